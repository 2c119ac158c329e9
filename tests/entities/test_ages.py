"""Ages in figures and in words, and pregnancies told in weeks."""

from __future__ import annotations

import pytest

from crampwise.entities.ages import ages, pregnancies

AGES = [
    ("I am 70", 70),
    ("i'm 70 years old", 70),
    ("im 34", 34),
    ("I'm now 66", 66),
    ("she is 5", 5),
    ("he's nearly 9", 9),
    ("70 years old", 70),
    ("she's 14 months, eats well", 1),
    ("a 12 year old boy", 12),
    ("6-year-old", 6),
    ("45 yrs old", 45),
    ("50 years of age", 50),
    ("70yo", 70),
    ("70 y/o", 70),
    ("70 y.o.", 70),
    ("34f", 34),
    ("45 m", 45),
    ("aged 65", 65),
    ("my age is 61", 61),
    ("turned 50", 50),
    ("a woman of 40", 40),
    ("my mother of 71", 71),
    ("my mum 82", 82),
    ("my mum, 82, has cramps", 82),
    ("my mum's 82", 82),
    ("my son is 8", 8),
    ("my wife (45)", 45),
    ("in my sixties", 65),
    ("in her late 80s", 85),
    ("in my early 70's", 75),
    ("18 months old", 1),
    ("6 months old", 0),
    ("at 83 am I too old", 83),
    ("vegan, runner, 34", 34),
    ("my grandson, 6, has cramps", 6),
    ("my 9yr old", 9),
    ("my mam's 74", 74),
    ("a boy of 9", 9),
    ("my father is having 78 years", 78),
    ("a four year old", 4),
    ("i'm sixteen", 16),
    ("sixty-two, and my calves knot", 62),
    ("he's eighty eight", 88),
    ("women over 60", 61),
    ("in her mid sixties", 65),
    ("dad just hit 80", 80),
    ("once you get to 75", 75),
    ("my twins are 3", 3),
    ("I'll be 70 in March", 70),
    ("they're 88 and frail", 88),
    ("year nine, 13yrs", 13),
    ("perimenopausal, 49", 49),
    ("F/52", 52),
    ("52/f", 52),
    ("M 61, cramps walking", 61),
    ("age: 45", 45),
    ("a six month old baby", 0),
    ("8 weeks old", 0),
]
NO_AGE = [
    "",
    "i'm 200",
    "I am 20 weeks pregnant",
    "i'm 70kg",
    "I am 100% sure",
    "I'm 5 ft tall",
    "I am 3 miles in",
    "my daughter is 3 months",
    "my husband is 100% sure",
    "400 mg",
    "take 2 tablets",
    "11 trials",
    "in 2 weeks",
    "at 3am",
    "B12",
    "at 30 weeks",
    "to bed at ten",
    "I'm 120 kilos",
    "my level is at 45 percent",
    "potassium was low at 30",
    "she's one of those",
    "he is six foot tall",
    "I have 20 years of cramps",
    "three times a night",
    "20, 30 or 40 mg",
    "I'm 12 weeks in",
    "I hit 30 miles",
    "they are 5 minutes late",
    "15 years of cramps",
]
WEEKS_ALONG = [
    "30 weeks along",
    "32 wks gone",
    "I'm 34 weeks and my calf locks",
    "she's about 20 weeks",
    "seven months gone",
    "cramps at 28 weeks",
    "seen at 30/40",
    "wife 33 weeks",
    "I'm due in 7 weeks",
    "she's due next month",
    "baby's due around Christmas",
    "my due date is close",
]
NO_PREGNANCY = [
    "I'm 6 weeks into marathon training",
    "at 9 weeks post op",
    "he is 12 weeks old",
    "I'm 3 weeks sober",
    "it took 30 weeks",
    "my daughter 12 weeks old",
    "30/400",
    "I'm due in a week for my blood test",
    "the rent is due in two weeks",
]


@pytest.mark.parametrize(("text", "years"), AGES)
def test_an_age_is_read(text, years):
    assert [found.value for found in ages(text)] == [years]


@pytest.mark.parametrize("text", NO_AGE)
def test_another_number_is_no_age(text):
    assert list(ages(text)) == []


def test_two_ages_are_two():
    assert [found.value for found in ages("I'm 70 and she is 35")] == [70, 35]


@pytest.mark.parametrize("text", WEEKS_ALONG)
def test_a_pregnancy_told_in_weeks_is_read(text):
    assert [(f.entity, f.value) for f in pregnancies(text)] == [("condition", "pregnancy")]


@pytest.mark.parametrize("text", NO_PREGNANCY)
def test_other_weeks_are_no_pregnancy(text):
    assert list(pregnancies(text)) == []
