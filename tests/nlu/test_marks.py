"""What a message names reaches the classifier as numbers."""

from __future__ import annotations

import pytest

from crampwise.entities import Found
from crampwise.nlu.marks import WEIGHT, kinds_of, marks

ZINC, IRON = Found("nutrient", "zinc", 0, 4), Found("nutrient", "iron", 9, 13)
HEAT = Found("remedy", "heat", 0, 4)


def test_kinds_are_those_that_occur_in_a_fixed_order():
    assert kinds_of([[HEAT], [ZINC, IRON], []]) == ["nutrient", "remedy"]


def test_one_is_told_from_two_and_twice_the_same_is_one():
    kinds = ["nutrient", "remedy"]
    assert list(marks([], kinds)) == [0, 0, 0, 0]
    assert list(marks([ZINC, ZINC, HEAT], kinds)) == pytest.approx([WEIGHT, WEIGHT, 0, 0])
    assert list(marks([ZINC, IRON], kinds)) == pytest.approx([WEIGHT, 0, WEIGHT, 0])


def test_a_kind_that_was_not_learnt_is_passed_over():
    assert list(marks([HEAT], ["nutrient"])) == [0, 0]
