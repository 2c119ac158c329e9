"""Neighbours say their labels, the nearest the loudest."""

from __future__ import annotations

import numpy as np
import pytest

from crampwise.classify import neighbours
from crampwise.classify.neighbours import AXES, Neighbours, main_axes

DRAW = np.random.default_rng(0)


def test_the_nearest_says_most():
    phrases = np.eye(3, dtype=np.float32)
    kept = Neighbours.of(phrases, np.array([0, 1, 1]), main_axes(phrases))
    [say] = kept.near(np.array([[1.0, 0.1, 0.0]], np.float32)).say(2)
    assert say[0] > 0.99
    assert say.sum() == pytest.approx(1)


def test_a_shortlist_loses_hardly_any_of_the_nearest(monkeypatch):
    monkeypatch.setattr(neighbours, "FEW", 100)
    rows = (DRAW.normal(size=(3000, 20)) @ DRAW.normal(size=(20, 200))).astype(np.float32)
    rows -= rows.mean(axis=0)
    kept = Neighbours.of(rows, np.arange(len(rows)), main_axes(rows))
    asked = rows[:40] + 0.1 * DRAW.normal(size=(40, 200)).astype(np.float32)
    near = kept.near(asked)
    assert near.likeness.shape == (40, neighbours.SHORTLIST)
    assert (np.diff(near.likeness, axis=1) <= 0).all()
    assert near.targets[:, 0].tolist() == list(range(40))
    monkeypatch.setattr(neighbours, "FEW", len(rows))
    all_of_them = kept.near(asked)
    for listed, found in zip(near.targets, all_of_them.targets):
        first = set(found[: neighbours.NEAREST])
        assert len(first & set(listed)) >= 0.9 * len(first)


def test_few_phrases_are_kept_as_they_are():
    assert np.array_equal(main_axes(np.ones((5, 7), np.float32)), np.eye(7))


def test_many_phrases_are_turned_onto_their_main_axes(monkeypatch):
    monkeypatch.setattr(neighbours, "FEW", 100)
    rows = DRAW.normal(size=(600, 300)).astype(np.float32)
    rows[:, 3] *= 50
    axes = main_axes(rows)
    assert axes.shape == (300, AXES)
    assert np.abs(axes[:, 0]).argmax() == 3
    # The longest axis is shortened, so that it does not drown the others.
    assert np.linalg.norm(axes[:, 0]) < np.linalg.norm(axes[:, 1])
