"""A name is known with its strength behind it, however the two are joined."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("text", ["Shelcal-500 twice", "Shelcal500 twice", "shelcal 500 twice"])
def test_a_strength_behind_a_name_does_not_hide_it(recogniser, text):
    assert ("nutrient", "calcium") in [(f.entity, f.value) for f in recogniser.find(text)]


@pytest.mark.parametrize("text", ["vitamin b-12", "co-q10", "omega-3"])
def test_a_number_that_is_part_of_a_name_stays_in_it(recogniser, text):
    assert next(f.entity for f in recogniser.find(text)) in ("nutrient", "remedy", "other_nutrient")
