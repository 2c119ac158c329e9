"""Ages and amounts, in figures and in words."""

from __future__ import annotations

import pytest

from crampwise.entities.numbers import ages, amounts

AGES = [
    ("I am 70", 70),
    ("i'm 70 years old", 70),
    ("im 34", 34),
    ("I'm now 66", 66),
    ("she is 5", 5),
    ("he's nearly 9", 9),
    ("70 years old", 70),
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
]
AMOUNTS = [
    ("400 mg", "400 mg"),
    ("400mg magnesium", "400 mg"),
    ("1,000 mcg", "1000 mcg"),
    ("100 µg", "100 mcg"),
    ("100 ug", "100 mcg"),
    ("0.5 g", "0.5 g"),
    ("20 grams", "20 g"),
    ("250 milligrams", "250 mg"),
    ("2000iu", "2000 IU"),
    ("4,000 IU a day", "4000 IU"),
    ("3.6 mmol/L", "3.6 mmol/L"),
    ("3.6 mmol", "3.6 mmol"),
    ("75 nmol/l", "75 nmol/L"),
    ("30 ng/ml", "30 ng/mL"),
    ("148 pmol/L", "148 pmol/L"),
    ("4.5 mEq/L", "4.5 mEq/L"),
    ("500 ml", "500 mL"),
    ("2 litres", "2 L"),
    ("1.5L", "1.5 L"),
]
NO_AMOUNT = [
    "",
    "mg",
    "5 tablets",
    "400",
    "4 grammar lessons",
    "x400mgy",
    "70 kg",
    "B6",
    "10 minutes",
]


@pytest.mark.parametrize(("text", "years"), AGES)
def test_an_age_is_read(text, years):
    assert [found.value for found in ages(text)] == [years]


@pytest.mark.parametrize("text", NO_AGE)
def test_another_number_is_no_age(text):
    assert list(ages(text)) == []


def test_two_ages_are_two():
    assert [found.value for found in ages("I'm 70 and she is 35")] == [70, 35]


@pytest.mark.parametrize(("text", "amount"), AMOUNTS)
def test_an_amount_keeps_its_unit(text, amount):
    found = list(amounts(text))
    assert [f.value for f in found] == [amount]
    assert text[found[0].start : found[0].end][0].isdigit()


@pytest.mark.parametrize("text", NO_AMOUNT)
def test_a_number_without_a_known_unit_is_no_amount(text):
    assert list(amounts(text)) == []


def test_an_amount_and_an_age_stand_side_by_side(recogniser):
    found = recogniser.find("I'm 70, is 400 mg too much?")
    assert [(f.entity, f.value) for f in found] == [("age", 70), ("amount", "400 mg")]
