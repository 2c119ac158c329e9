"""Amounts in a food are the table's, times the serving; brands that vary are never the richest."""

from __future__ import annotations

import csv
import re

import pytest

from crampwise.answers.amounts import written
from crampwise.answers.core import Answers
from crampwise.answers.richest import richest
from crampwise.answers.types import Profile, Question
from crampwise.knowledge.loader import HOME

with (HOME / "foods.csv").open(encoding="utf-8", newline="") as handle:
    TABLE = {row["id"]: row for row in csv.DictReader(handle)}
COLUMNS = {
    name.rsplit("_", 1)[0]: name for name in TABLE["banana"] if name.endswith(("_mg", "_mcg"))
}
HEADLINE_NO = {name for name, row in TABLE.items() if row["headline"] == "no"}


def per_serving(food: str, nutrient: str) -> float:
    row = TABLE[food]
    return float(row[COLUMNS[nutrient]] or 0) * float(row["serving_g"]) / 100


def says(text: str, amount: float, unit: str) -> bool:
    return bool(re.search(rf"(?<![\d.,]){re.escape(written(amount, unit))}\b", text))


@pytest.mark.parametrize("nutrient", sorted(COLUMNS))
def test_amounts_are_the_tables_times_the_serving(ask, knowledge, nutrient):
    unit = COLUMNS[nutrient].rsplit("_", 1)[1]
    for food, row in TABLE.items():
        answer = ask("food_content", food=food, nutrient=nutrient)
        if row[COLUMNS[nutrient]] == "":
            unknown = knowledge.wording["food_unknown"]
            name = knowledge.nutrients[nutrient].name
            assert answer.short == unknown.format(food=knowledge.foods[food].name, name=name)
            continue
        assert says(answer.short, per_serving(food, nutrient), unit), food
        assert says(answer.short, float(row[COLUMNS[nutrient]]), unit), food
        assert row["serving"] in answer.short


def test_a_banana_has_422_mg_of_potassium(ask):
    assert "422 mg" in ask("food_content", food="banana", nutrient="potassium").short


@pytest.mark.parametrize("nutrient", sorted(COLUMNS))
def test_the_richest_foods_come_in_order_and_without_brands(knowledge, nutrient):
    found = [food.id for food in richest(knowledge, nutrient)]
    amounts = [per_serving(food, nutrient) for food in found]
    assert len(found) == 8
    assert amounts == sorted(amounts, reverse=True)
    assert not HEADLINE_NO & set(found)
    name = knowledge.nutrients[nutrient].name
    hardly_absorbed = {f for f, row in TABLE.items() if f"little of its {name}" in row["note"]}
    assert not hardly_absorbed & set(found)
    left = set(TABLE) - HEADLINE_NO - set(found) - hardly_absorbed
    assert max(per_serving(food, nutrient) for food in left) <= amounts[-1]


@pytest.mark.parametrize("diet", ["vegan", "vegetarian", "dairy_free"])
def test_the_richest_foods_keep_to_a_diet(knowledge, diet):
    for nutrient in COLUMNS:
        for food in richest(knowledge, nutrient, diet):
            assert diet in TABLE[food.id]["diet"].split(";")


@pytest.mark.parametrize(
    ("diet", "nutrient", "most"),
    [("low_potassium", "potassium", 200), ("low_sodium", "sodium", 140)],
)
def test_a_diet_that_limits_keeps_to_its_limit(ask, knowledge, diet, nutrient, most):
    for other in set(COLUMNS) - {nutrient}:
        for food in richest(knowledge, other, diet):
            assert per_serving(food.id, nutrient) <= most
    answer = ask("foods", diet=diet)
    assert answer.topic == f"foods_{diet}"
    assert answer.table
    amounts = [float(in_100_g.split()[0]) for *_, in_100_g in answer.table.rows]
    assert amounts == sorted(amounts)
    assert answer.table.rows[0][0] in answer.details[0]


def test_foods_low_in_potassium_are_not_those_rich_in_it(ask):
    rows = ask("foods", diet="low_potassium").table.rows
    named = " ".join(name for name, *_ in rows)
    assert "rice" in named
    assert "apple" in named
    assert not {"banana", "potato", "tomato", "spinach"} & set(named.replace(",", "").split())


def test_with_weak_kidneys_magnesium_is_looked_for_where_potassium_is_low(ask, knowledge):
    answer = ask("foods", nutrient="magnesium", conditions=("kidney_disease",))
    assert answer.short == knowledge.cautions["potassium_food_kidney"].text
    assert "among low-potassium foods" in answer.details[0]


def test_the_richest_by_weight_are_told_when_asked(ask, knowledge):
    answer = ask("foods", nutrient="magnesium", amount="100 g")
    assert answer.short.startswith("Most magnesium in 100 g: ")
    found = richest(knowledge, "magnesium", by_weight=True)
    amounts = [float(TABLE[food.id]["magnesium_mg"]) for food in found]
    assert amounts == sorted(amounts, reverse=True)


def test_a_vegan_is_shown_vegan_foods(ask):
    answer = ask("foods", nutrient="calcium", conditions=("vegan_diet",))
    assert "vegan" in answer.short
    assert answer.table
    for name, *_ in answer.table.rows:
        food = next(row for row in TABLE.values() if row["name"] == name)
        assert "vegan" in food["diet"].split(";")


def test_the_table_of_foods_agrees_with_the_figures(ask, knowledge):
    for nutrient, name in COLUMNS.items():
        table = ask("foods", nutrient=nutrient).table
        assert table
        for food, row in zip(richest(knowledge, nutrient), table.rows):
            unit = name.rsplit("_", 1)[1]
            amount = written(per_serving(food.id, nutrient), unit)
            in_100_g = written(float(TABLE[food.id][name]), unit)
            assert row == (food.name, food.serving, amount, in_100_g)


def test_two_foods_are_compared_with_the_richer_first(ask):
    answer = ask("food_content", food=("banana", "potato"), nutrient="potassium")
    assert answer.topic == "food.banana+potato"
    assert answer.short.index("926 mg") < answer.short.index("422 mg")


def test_a_food_alone_is_judged_without_promising_a_cure(ask, knowledge):
    answer = ask("food_content", food="banana")
    assert answer.short.endswith(knowledge.wording["food_no_cure"])


def test_the_note_on_fortified_foods_comes_along(ask, knowledge):
    noted = [food for food in knowledge.foods.values() if food.note]
    assert noted
    for food in noted:
        assert food.note in ask("food_content", food=food.id).details


def test_every_column_of_the_table_belongs_to_a_nutrient(knowledge):
    assert {*COLUMNS.values()} == {*knowledge.portions.columns.values()}


def test_an_illness_beside_a_limiting_diet_asks_for_its_foods(knowledge):
    named = {"condition": ("kidney_disease",), "diet": ("low_potassium",)}
    answer = Answers(knowledge).answer(Question("condition", entities=named))
    assert answer.topic == "foods_low_potassium"
    assert answer.table


@pytest.mark.parametrize(
    ("told", "asked", "diet"),
    [
        ({"conditions": ("vegan_diet",)}, "dairy_free", "vegan"),
        ({"diet": "vegan"}, "dairy_free", "vegan"),
        ({"diet": "dairy_free"}, "vegan", "vegan"),
        ({"diet": "vegan"}, "low_sodium", "low-sodium"),
        ({}, "dairy_free", "dairy-free"),
    ],
)
def test_the_stricter_of_two_diets_holds(knowledge, told, asked, diet):
    entities = {"nutrient": ("calcium",), "diet": (asked,)}
    question = Question("foods", entities=entities, profile=Profile(**told))
    answer = Answers(knowledge).answer(question)
    assert f"{diet} foods" in answer.short + " ".join(answer.details)
