"""Amounts in units, and in what a kitchen measures with."""

from __future__ import annotations

import pytest

from crampwise.entities.amounts import amounts, household

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
    ("1.6 mg/dl", "1.6 mg/dL"),
    ("fifty milligrams", "50 mg"),
    ("a thousand units", "1000 IU"),
    ("two thousand iu", "2000 IU"),
    ("10k iu", "10000 IU"),
    ("half a litre", "0.5 L"),
    ("a litre", "1 L"),
    ("six ounces", "6 oz"),
]
HOUSEHOLD = [
    ("two cups", "2 cup"),
    ("a handful of almonds", "1 handful"),
    ("handful after half a handful", "0.5 handful"),
    ("half a tin of sardines", "0.5 tin"),
    ("3 tbsp", "3 tbsp"),
    ("two heaped tablespoons", "2 tbsp"),
    ("1/2 cup", "0.5 cup"),
    ("1 1/2 cups", "1.5 cup"),
    ("½ cup", "0.5 cup"),
    ("2½ cups", "2.5 cup"),
    ("two and a half cups", "2.5 cup"),
    ("a quarter of a cup", "0.25 cup"),
    ("a couple of slices", "2 slice"),
    ("three big glasses", "3 glass"),
    ("a cupful", "1 cup"),
    ("2 cans", "2 can"),
    ("half a dozen rashers", "6 rasher"),
]
NO_HOUSEHOLD = [
    "one can get cramps",
    "a can opener",
    "a piece by piece answer",
    "cup final",
    "a cup-winner",
    "glasses",
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
    "what is a mg",
]


@pytest.mark.parametrize(("text", "amount"), AMOUNTS)
def test_an_amount_keeps_its_unit(text, amount):
    found = list(amounts(text))
    assert [f.value for f in found] == [amount]
    assert found[0].start == 0


@pytest.mark.parametrize("text", NO_AMOUNT)
def test_a_number_without_a_known_unit_is_no_amount(text):
    assert list(amounts(text)) == []


def test_an_amount_and_an_age_stand_side_by_side(recogniser):
    found = recogniser.find("I'm 70, is 400 mg too much?")
    assert [(f.entity, f.value) for f in found] == [("age", 70), ("amount", "400 mg")]


@pytest.mark.parametrize(("text", "amount"), HOUSEHOLD)
def test_a_household_measure_is_an_amount(text, amount):
    assert [f.value for f in household(text)] == [amount]


@pytest.mark.parametrize("text", NO_HOUSEHOLD)
def test_other_uses_of_those_words_are_no_amount(text):
    assert list(household(text)) == []


def test_a_measure_leaves_the_food_beside_it(recogniser):
    found = recogniser.find("a glass of milk and two cups of spinach")
    assert [(f.entity, f.value) for f in found] == [
        ("amount", "1 glass"),
        ("food", "milk"),
        ("amount", "2 cup"),
        ("food", "spinach"),
    ]
