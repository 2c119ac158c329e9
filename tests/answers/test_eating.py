"""Before food, the caution for the person; on a diet, what fits it; what is unknown, said."""

from __future__ import annotations

import pytest

AT_RISK = [
    ({"conditions": ("kidney_disease",)}, "potassium_food_kidney"),
    ({"conditions": ("dialysis",)}, "potassium_food_kidney"),
    ({"medicines": ("ace_inhibitor",)}, "potassium_food_medicines"),
    ({"medicines": ("arb",)}, "potassium_food_medicines"),
    ({"medicines": ("potassium_sparing_diuretic",)}, "potassium_food_medicines"),
    ({"medicines": ("digoxin",)}, "potassium_food_medicines"),
]
ASKED = [
    ("foods", {}),
    ("foods", {"nutrient": "potassium"}),
    ("foods", {"nutrient": "magnesium"}),
    ("foods", {"nutrient": "electrolytes"}),
    ("foods", {"diet": "vegan"}),
    ("food_content", {}),
    ("food_content", {"food": "banana"}),
    ("food_content", {"food": "banana", "nutrient": "potassium"}),
    ("food_content", {"food": ("banana", "avocado")}),
    ("condition", {"food": "banana"}),
    ("interactions", {"food": "banana"}),
    ("evidence", {"food": "banana"}),
    ("out_of_scope", {"food": "avocado"}),
]


@pytest.mark.parametrize(("person", "caution"), AT_RISK)
@pytest.mark.parametrize("asked", ASKED)
def test_potassium_comes_first_for_whom_it_is_a_danger(ask, knowledge, asked, person, caution):
    intent, named = asked
    answer = ask(intent, **named, **person)
    assert answer.short == knowledge.cautions[caution].text
    assert answer.led
    assert answer.details
    assert {"nutrient": "potassium"} not in [
        option.entities for option in answer.follow_ups if option.intent == "foods"
    ]


def test_a_food_poor_in_potassium_needs_no_caution(ask):
    asked = {"food": "walnut", "nutrient": "magnesium", "conditions": ("kidney_disease",)}
    assert not ask("food_content", **asked).led


def test_natto_and_warfarin(ask, knowledge):
    answer = ask("food_content", food="natto", medicines=("warfarin",))
    assert answer.short == knowledge.cautions["vitamin_k_food"].text


def test_a_vegan_is_not_sent_to_cocoa_for_b12(ask, knowledge):
    answer = ask("foods", nutrient="vitamin_b12", conditions=("vegan_diet",))
    none = knowledge.wording["richest_none"]
    assert answer.short == none.format(name="vitamin B12", diet="vegan")
    assert answer.table is None


@pytest.mark.parametrize("diet", ["vegan", "vegetarian", "dairy_free"])
def test_nothing_outside_the_diet_is_named(ask, knowledge, diet):
    flesh = ("clams", "meat", "sardines", "pork", "liver")
    kept_out = {
        "vegan": (*flesh, "milk", "yogurt", "egg"),
        "vegetarian": flesh,
        "dairy_free": ("yogurt", "cheese"),
    }[diet]
    for nutrient in knowledge.nutrients:
        answer = ask("foods", nutrient=nutrient, diet=diet)
        assert answer.short
        if answer.table is None and nutrient != "vitamin_b12":
            continue
        words = " ".join((answer.short, *answer.details)).lower().split()
        assert not set(kept_out) & {word.strip(".,;:") for word in words}, nutrient


def test_a_food_outside_the_table_is_said(ask, knowledge):
    answer = ask("food_content", nutrient="potassium")
    said = knowledge.wording["food_not_listed"].format(name="potassium")
    assert answer.short == said


def test_a_nutrient_outside_the_table_is_said(ask, knowledge):
    answer = ask("food_content", food="lentil", nutrient="iron")
    assert answer.short == knowledge.wording["food_no_column"].format(name="iron")
    assert "potassium" in answer.details[0]
