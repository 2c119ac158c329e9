"""What servings hold is worked out once from the tables."""

from __future__ import annotations

import pytest

from crampwise.knowledge.portions import portions
from crampwise.knowledge.schema import Nutrient
from crampwise.knowledge.tables import Diet, Food, Intake

SALT = Nutrient(id="sodium", name="sodium", kind="mineral", unit="mg", facets={})
GROUP = Nutrient(id="salts", name="salts", kind="group", members=("sodium",), facets={})
CRISPS = {"serving": "1 bag", "serving_g": 50, "category": "snack", "source": "table"}
BROTH = Food(id="broth", name="bone broth", aliases=("broth",), **CRISPS,
             per_100_g={"sodium_mg": 400})  # fmt: skip
CRISP = Food(id="crisp", name="crisps", aliases=("potato crisps",), **CRISPS, diet=("plants",),
             per_100_g={"sodium_mg": None})  # fmt: skip
NEED = {"nutrient": "sodium", "kind": "AI", "unit": "mg", "upper_limit": None, "source": "table"}


@pytest.fixture
def worked_out():
    intakes = [
        Intake(life_stage="male 31-50", amount=1600, **NEED),
        Intake(life_stage="female 31-50", amount=1000, **NEED),
    ]
    plants = Diet(id="plants", name="plant", leaves_out=("meat",))
    little = Diet(id="little_salt", name="low-salt", at_most={"sodium": 100}, sources=("table",))
    much = Diet(id="much_salt", name="salty", at_most={"sodium": 200}, sources=("table",))
    return portions([SALT, GROUP], [BROTH, CRISP], intakes, [plants, little, much])


def test_a_serving_holds_its_part_of_100_g(worked_out):
    assert worked_out.per_100_g(BROTH, "sodium") == 400
    assert worked_out.per_serving(BROTH, "sodium") == 200
    assert worked_out.share(BROTH, "sodium") == 200 / 1600


def test_what_the_table_does_not_know_is_told_apart_from_nothing(worked_out):
    assert worked_out.per_100_g(CRISP, "sodium") is None
    assert worked_out.per_serving(CRISP, "sodium") == 0
    assert worked_out.per_100_g(BROTH, "salts") is None
    assert worked_out.share(BROTH, "salts") == 0


def test_a_diet_leaves_out_single_words_for_foods_that_are_not_of_it(worked_out):
    assert worked_out.outside["plants"] == {"broth", "meat"}


def test_a_food_is_of_a_diet_by_its_name_or_by_its_figures(worked_out):
    # Crisps have no figure for sodium, so nobody can say that they keep to a limit.
    assert worked_out.on_diet == {"plants": {"crisp"}, "little_salt": set(), "much_salt": {"broth"}}
