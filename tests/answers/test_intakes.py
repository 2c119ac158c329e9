"""What a person needs a day is the figure of intakes.csv for that person, and no other."""

from __future__ import annotations

import csv

import pytest

from crampwise.answers.amounts import written
from crampwise.answers.stages import life_stages, rows
from crampwise.answers.types import Profile
from crampwise.knowledge.loader import HOME

with (HOME / "intakes.csv").open(encoding="utf-8", newline="") as handle:
    TABLE = {(row["nutrient"], row["life_stage"]): row for row in csv.DictReader(handle)}
NUTRIENTS = sorted({nutrient for nutrient, _ in TABLE})
PEOPLE = [
    (Profile(age=0), ["infant 0-6 months", "infant 7-12 months"]),
    (Profile(age=1), ["child 1-3"]),
    (Profile(age=3, sex="female"), ["child 1-3"]),
    (Profile(age=4), ["child 4-8"]),
    (Profile(age=8), ["child 4-8"]),
    (Profile(age=9), ["male 9-13", "female 9-13"]),
    (Profile(age=13, sex="male"), ["male 9-13"]),
    (Profile(age=14, sex="female"), ["female 14-18"]),
    (Profile(age=18, sex="female"), ["female 14-18"]),
    (Profile(age=19, sex="male"), ["male 19-30"]),
    (Profile(age=30, sex="male"), ["male 19-30"]),
    (Profile(age=31, sex="male"), ["male 31-50"]),
    (Profile(age=50, sex="female"), ["female 31-50"]),
    (Profile(age=51, sex="female"), ["female 51-70"]),
    (Profile(age=70), ["male 51-70", "female 51-70"]),
    (Profile(age=71, sex="male"), ["male 71+"]),
    (Profile(age=110, sex="female"), ["female 71+"]),
    # No age told: every row that may be hers.
    (Profile(conditions=("pregnancy",)), ["pregnancy 19-30", "pregnancy 31-50"]),
    (Profile(conditions=("pregnancy",), age=16), ["pregnancy 14-18"]),
    (Profile(conditions=("pregnancy",), age=25, sex="female"), ["pregnancy 19-30"]),
    (Profile(life_stage="pregnant", age=52), ["pregnancy 31-50"]),
    (Profile(conditions=("breastfeeding",), age=28), ["lactation 19-30"]),
    (Profile(life_stage="breastfeeding"), ["lactation 19-30", "lactation 31-50"]),
    (Profile(life_stage="child"), ["child 1-3", "child 4-8", "male 9-13", "female 9-13"]),
    (Profile(life_stage="child", sex="female"), ["child 1-3", "child 4-8", "female 9-13"]),
    (Profile(life_stage="infant"), ["infant 0-6 months", "infant 7-12 months"]),
    (Profile(life_stage="older", sex="female"), ["female 71+"]),
]


@pytest.mark.parametrize(("profile", "stages"), PEOPLE)
def test_a_person_is_looked_up_in_the_right_row(profile, stages):
    assert list(life_stages(profile)) == stages


@pytest.mark.parametrize("nutrient", NUTRIENTS)
@pytest.mark.parametrize(("profile", "stages"), PEOPLE)
def test_the_figures_are_those_of_the_table(knowledge, ask, nutrient, profile, stages):
    found = rows(knowledge, nutrient, profile)
    assert [row.life_stage for row in found] == stages
    answer = ask(
        "dose",
        nutrient=nutrient,
        medicines=profile.medicines,
        conditions=profile.conditions,
        life_stage=profile.life_stage,
        age=profile.age,
        sex=profile.sex,
    )
    said = " ".join((answer.short, *answer.details))
    for row in (TABLE[nutrient, stage] for stage in stages):
        assert written(float(row["amount"]), row["unit"]) in said
    first = TABLE[nutrient, stages[0]]
    if first["upper_limit"]:
        assert written(float(first["upper_limit"]), first["unit"]) in said
    assert answer.sources


def test_nothing_told_gives_the_general_answer_not_a_guessed_person(ask, knowledge):
    need = knowledge.nutrients["magnesium"].facets["need"].short.text
    assert ask("dose", nutrient="magnesium").short == need
    assert ask("dose", nutrient="magnesium", sex="female").short == need


@pytest.mark.parametrize(
    ("amount", "unit", "said"),
    [
        (0, "mg", "0 mg"),
        (0.4, "mg", "0.4 mg"),
        (0.456, "mg", "0.46 mg"),
        (1, "mcg", "1 mcg"),
        (2.4, "mcg", "2.4 mcg"),
        (9.96, "mg", "10 mg"),
        (10.4, "mg", "10 mg"),
        (422.44, "mg", "422 mg"),
        (4700, "mg", "4,700 mg"),
    ],
)
def test_an_amount_is_written_as_it_is_said(amount, unit, said):
    assert written(amount, unit) == said


def test_the_limit_for_adults_is_told_when_no_age_was(ask):
    assert (
        ask("too_much", nutrient="vitamin_b6")
        .details[0]
        .startswith("US upper limit for vitamin B6 a day: 100 mg")
    )
    assert "none is set" in ask("too_much", nutrient="potassium").details[0]
    assert "2,300 mg" in ask("too_much", nutrient="sodium").details[0]
