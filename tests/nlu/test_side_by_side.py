"""Many phrases are worked on by several processes, to the same end as by one."""

from __future__ import annotations

import os

import pytest

from crampwise.nlu import side_by_side


def test_results_come_in_the_order_of_the_phrases(monkeypatch):
    monkeypatch.setattr(side_by_side, "FEW", 10)
    monkeypatch.setattr(side_by_side, "PORTION", 3)
    assert side_by_side.each(lambda number: number * 2, range(50)) == list(range(0, 100, 2))


def test_many_are_shared_out_and_few_are_not(monkeypatch):
    here = {os.getpid()}
    assert set(side_by_side.each(lambda _: os.getpid(), range(50))) == here
    monkeypatch.setattr(side_by_side, "FEW", 10)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    assert here.isdisjoint(side_by_side.each(lambda _: os.getpid(), range(50)))


def test_what_goes_wrong_is_told(monkeypatch):
    monkeypatch.setattr(side_by_side, "FEW", 10)
    with pytest.raises(ZeroDivisionError):
        side_by_side.each(lambda number: 1 / number, range(-5, 50))
