"""Amounts and blood levels turn into other units as the sources say."""

from __future__ import annotations

import pytest

from crampwise.knowledge import units


@pytest.mark.parametrize(
    ("nutrient", "told", "other"),
    [
        ("vitamin_d", (800, "IU"), (20, "mcg")),
        ("vitamin_d", (10, "mcg"), (400, "IU")),
        ("vitamin_d", (0.01, "mg"), (400, "IU")),
        ("potassium", (20, "mEq"), (782, "mg")),
        ("potassium", (20, "mEq"), (20, "mmol")),
        ("sodium", (100, "mmol"), (2300, "mg")),
        ("magnesium", (10, "mEq"), (121.5, "mg")),
        ("calcium", (10, "mmol"), (20, "mEq")),
        ("calcium", (1, "g"), (1000, "mg")),
    ],
)
def test_amounts_turn_both_ways(knowledge, nutrient, told, other):
    measure = knowledge.measures[nutrient]
    assert units.converted(*told, other[1], measure) == pytest.approx(other[0])
    assert units.converted(*other, told[1], measure) == pytest.approx(told[0])


@pytest.mark.parametrize(
    ("nutrient", "unit", "to"),
    [
        ("potassium", "IU", "mg"),
        ("vitamin_d", "mEq", "mcg"),
        ("vitamin_b12", "mmol", "mcg"),
        ("potassium", "mmol/L", "mg"),
    ],
)
def test_what_no_source_tells_is_not_turned(knowledge, nutrient, unit, to):
    assert units.converted(5, unit, to, knowledge.measures[nutrient]) is None


def test_without_a_measure_only_metric_units_turn():
    assert units.converted(2, "g", "mg") == 2000
    assert units.converted(2, "mmol", "mg") is None


@pytest.mark.parametrize(
    ("nutrient", "told", "value"),
    [
        ("vitamin_d", (20, "ng/mL"), 50),
        ("vitamin_d", (45, "nmol/L"), 45),
        ("vitamin_b12", (200, "pg/mL"), 148),
        ("potassium", (4.1, "mEq/L"), 4.1),
        ("calcium", (10, "mg/dL"), 2.5),
        ("magnesium", (1.8, "mg/dL"), 0.74),
        ("potassium", (4.1, "mg"), None),
    ],
)
def test_levels_turn_into_the_unit_of_the_bands(knowledge, nutrient, told, value):
    found = units.level(*told, knowledge.measures[nutrient].blood)
    assert found == (value if value is None else pytest.approx(value, rel=0.01))


@pytest.mark.parametrize(
    ("nutrient", "value", "below", "urgency"),
    [
        ("vitamin_d", 29.9, 30, None),
        ("vitamin_d", 30, 50, None),
        ("vitamin_d", 400, None, "soon"),
        ("potassium", 2.4, 2.5, "emergency"),
        ("potassium", 4, 5.01, None),
        ("potassium", 5.5, 6, "same_day"),
        ("potassium", 6, None, "emergency"),
        ("sodium", 120, 125, "emergency"),
        ("sodium", 145, 145.1, None),
        ("vitamin_b12", 147, 148, "soon"),
    ],
)
def test_a_level_lies_in_its_band(knowledge, nutrient, value, below, urgency):
    band = units.band(value, knowledge.measures[nutrient].blood)
    assert (band.below, band.urgency) == (below, urgency)


@pytest.mark.parametrize("text", ["", "lots", "mg 5", "five mg"])
def test_what_is_no_amount_is_not_read(text):
    assert units.parsed(text) is None


def test_the_constants_agree_with_each_other(knowledge):
    """A millimole of an ion weighs what its atoms weigh, in blood as in a tablet."""
    for nutrient in ("calcium", "magnesium"):
        measure = knowledge.measures[nutrient]
        assert measure.blood.other["mg/dL"] == pytest.approx(10 / measure.mg_a_mmol, rel=0.01)
        assert measure.blood.other["mEq/L"] == measure.mmol_a_meq
