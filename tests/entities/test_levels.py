"""A potassium or sodium level is understood without its unit; other figures are let be."""

from __future__ import annotations

import pytest

from crampwise.entities.levels import levels


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("my potassium is 6.1", "6.1 mmol/L"),
        ("Potassium level was 2.9, is that low?", "2.9 mmol/L"),
        ("sodium came back at 128", "128 mmol/L"),
        ("potassium: 5.4", "5.4 mmol/L"),
        ("potassium of only 3", "3 mmol/L"),
    ],
)
def test_a_level_is_read(text, amount):
    [found] = levels(text)
    assert found.value == amount
    assert text[found.start : found.end] in amount


@pytest.mark.parametrize(
    "text",
    [
        "potassium is 3 times a day",
        "potassium was 4 months ago",
        "potassium is 99 mg a tablet",
        "potassium of 2 bananas",
        "sodium is 12",
        "potassium is 400",
        "vitamin D is 45",
        "the need for potassium is 3.4 g",
        "potassium is 3 to 4 portions",
    ],
)
def test_another_figure_is_no_level(text):
    assert list(levels(text)) == []


def test_the_recogniser_tells_it_beside_the_nutrient(recogniser):
    found = [(f.entity, f.value) for f in recogniser.find("my potassium is 6.1")]
    assert found == [("nutrient", "potassium"), ("amount", "6.1 mmol/L")]
