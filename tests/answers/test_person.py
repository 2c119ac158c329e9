"""What was told of a person and of an amount shapes the answer."""

from __future__ import annotations

import pytest

from crampwise.answers import topics
from crampwise.answers.more import more
from crampwise.answers.types import Profile, Question


@pytest.mark.parametrize(
    ("nutrient", "amount", "said"),
    [
        ("vitamin_d", "5000 IU", "125 mcg (5,000 IU) of vitamin D a day is above"),
        ("vitamin_d", "4000 IU", "is the US upper limit itself"),
        ("vitamin_b6", "50 mg", "is below the US upper limit"),
        ("magnesium", "0.5 g", "500 mg of magnesium a day is above"),
        ("calcium", "2100 mg", "is above"),
    ],
)
def test_an_amount_is_set_against_the_limit(ask, nutrient, amount, said):
    assert said in ask("too_much", nutrient=nutrient, amount=amount).short


@pytest.mark.parametrize(("nutrient", "amount"), [("potassium", "99 mg"), ("magnesium", "2 L")])
def test_an_amount_without_a_limit_is_left_alone(ask, knowledge, nutrient, amount):
    answer = ask("too_much", nutrient=nutrient, amount=amount)
    assert answer.short == knowledge.nutrients[nutrient].facets["too_much"].short.text


def test_too_much_for_a_child_is_the_childs_limit(ask):
    answer = ask("too_much", nutrient="vitamin_d", age=6)
    assert "75 mcg (3,000 IU)" in answer.details[0]


def test_a_child_is_not_told_what_adults_may_take(ask, knowledge):
    answer = ask("age_group", nutrient="magnesium", life_stage="child")
    assert answer.short == knowledge.cautions["child_supplements"].text
    assert answer.topic == "magnesium.supplements"


def test_british_advice_stands_beside_the_american_figure(ask):
    assert "10 mcg (400 IU)" in " ".join(ask("dose", nutrient="vitamin_d", age=40).details)


@pytest.mark.parametrize("intent", ["causes", "timing", "which_nutrient", "deficiency_causes"])
def test_a_medicine_told_before_is_taken_up(ask, knowledge, intent):
    answer = ask(intent, medicines=("loop_diuretic",))
    assert answer.details[0] == knowledge.medicines["loop_diuretic"].about.short.text


@pytest.mark.parametrize("intent", ["causes", "age_group", "timing", "deficiency_signs"])
def test_a_medicine_or_illness_named_is_what_was_meant(ask, intent):
    assert ask(intent, medicine="thiazide").topic == "medicine.thiazide"
    assert ask(intent, condition="alcohol").topic == "condition.alcohol"


def test_a_medicine_told_before_counts_with_a_supplement(ask):
    answer = ask("interactions", nutrient="magnesium", medicines=("levothyroxine",))
    assert answer.topic == "medicine.levothyroxine.magnesium"


def test_three_nutrients_are_all_compared(ask):
    answer = ask("compare_nutrients", nutrient=("vitamin_b1", "vitamin_b6", "vitamin_b12"))
    assert answer.topic == "compare.vitamin_b1+vitamin_b6+vitamin_b12"


def test_a_group_beside_its_members_is_left_out(ask):
    answer = ask("compare_nutrients", nutrient=("b_complex", "vitamin_b6", "vitamin_b12"))
    assert answer.topic == "compare.vitamin_b6+vitamin_b12"


def test_two_supplements_together(ask):
    answer = ask("supplements", nutrient=("iron", "calcium"))
    assert answer.topic == "iron+calcium.interactions"
    assert "Calcium" in answer.short


def test_more_tells_other_things_of_a_nutrient(ask, knowledge):
    before = ask("supplements", nutrient="magnesium", conditions=("dialysis",))
    after = more(knowledge, before)
    assert after.short == before.short
    assert after.cautions == before.cautions
    assert not set(after.details) & set(before.details)


def test_more_of_something_else_says_that_it_is_all(ask, knowledge):
    assert knowledge.wording["more_none"] in more(knowledge, ask("remedy", remedy="soap")).details


def test_a_son_of_sixteen_has_no_growing_pains_of_childhood(knowledge):
    entities = {"life_stage": ("child",)}
    question = Question("age_group", entities=entities, profile=Profile(age=16))
    found = topics.answer(knowledge, question)
    assert found
    assert found.topic == "age_teenager"


@pytest.mark.parametrize("medicine", ["loop_diuretic", "arb"])
def test_water_retention_is_no_lack_of_water(ask, medicine):
    answer = ask("dehydration", condition="oedema", medicines=(medicine,))
    assert answer.topic == "water_retention"
    assert "6 to 8 cups" not in " ".join((answer.short, *answer.details))
