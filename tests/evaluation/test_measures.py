"""The figures of docs/evaluation are computed as they are named."""

from __future__ import annotations

import pytest

from benchmarks.evaluation.measures import (
    Share,
    bins,
    calibration_error,
    entities_found,
    entity_f1,
    share,
)
from benchmarks.evaluation.messages import Read, held_out


def read(confidence=0.9, right=("foods",), marked=(), found=()) -> Read:
    """A message understood as a question of foods."""
    return Read(
        "questions", False, "what to eat", right, (), frozenset(marked),
        (("foods", confidence), ("dose", 1 - confidence)), frozenset(found), 1.0,
    )  # fmt: skip


def test_the_interval_is_that_of_the_books():
    low, high = Share(81, 263).interval  # the example of Newcombe 1998, table I: .2553 to .3662
    assert (round(low, 4), round(high, 4)) == (0.2553, 0.3662)


@pytest.mark.parametrize(("hits", "count"), [(0, 20), (20, 20), (0, 0)])
def test_the_interval_stays_within_bounds(hits, count):
    low, high = Share(hits, count).interval
    assert 0 <= low < high <= 1


def test_a_share_is_written_with_its_interval():
    assert str(share([True, True, True, False])) == "75.0% (30.1% to 95.4%)"


def test_who_is_right_as_often_as_sure_is_calibrated():
    sure = [read(0.75) for _ in range(3)] + [read(0.75, right=("dose",))]
    assert calibration_error(sure) == pytest.approx(0)
    assert calibration_error([read(0.75, right=("dose",))]) == pytest.approx(0.75)
    assert bins(sure) == [(0.75, Share(3, 4))]


def test_entities_are_counted_by_kind_and_value():
    zinc, iron, heat = ("nutrient", "zinc"), ("nutrient", "iron"), ("remedy", "heat")
    reads = [read(marked=[zinc, heat], found=[zinc]), read(marked=[iron], found=[zinc])]
    assert entity_f1(reads) == pytest.approx(0.5)  # the remedy is not marked in full
    assert entities_found(reads) == Share(1, 3)


def test_every_held_out_message_belongs_to_a_group():
    groups = {group for group, _, _ in held_out()}
    assert groups == {"questions", "typos", "conversation", "far", "near"}
