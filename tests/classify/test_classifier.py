"""A toy problem is learnt, and the probabilities mean what they say."""

from __future__ import annotations

import io
from dataclasses import asdict, replace

import numpy as np
import pytest

from crampwise.classify.classifier import TEMPERATURES, Classifier, train

NAMES = ["foods", "dose", "relief", "greet"]
WIDTH = 40
DRAW = np.random.default_rng(0)
CENTRES = DRAW.normal(size=(len(NAMES), WIDTH))


def phrases(labels: int, each: int, spread: float = 0.5, seed: int = 1):
    draw = np.random.default_rng(seed)
    names = [name for name in NAMES[:labels] for _ in range(each)]
    rows = np.repeat(CENTRES[:labels], each, axis=0)
    return (rows + draw.normal(scale=spread, size=rows.shape)).astype(np.float32), names


@pytest.fixture(scope="module")
def trained() -> Classifier:
    return train(*phrases(4, 30))


def test_a_toy_problem_is_learnt(trained):
    vectors, names = phrases(4, 20, seed=2)
    best = trained.labels[trained.probabilities(vectors).argmax(axis=1)]
    assert (best == names).mean() > 0.95


def test_probabilities_add_up_to_one(trained):
    vectors, _ = phrases(4, 20, spread=3.0, seed=3)
    found = trained.probabilities(vectors)
    assert found.shape == (80, 4)
    assert np.allclose(found.sum(axis=1), 1)
    assert (found >= 0).all()


def test_the_ranking_is_likeliest_first(trained):
    vectors, names = phrases(4, 1, seed=4)
    ranked = trained.ranked(trained.probabilities(vectors)[0])
    assert ranked.labels[0] == names[0]
    assert sorted(ranked.labels) == sorted(NAMES)
    assert list(ranked.confidences) == sorted(ranked.confidences, reverse=True)
    assert all(type(value) is float for value in ranked.confidences)


def test_two_labels_are_enough():
    classifier = train(*phrases(2, 10))
    vectors, names = phrases(2, 5, seed=5)
    found = classifier.probabilities(vectors)
    assert found.shape == (10, 2)
    assert (classifier.labels[found.argmax(axis=1)] == names).all()


def test_one_label_is_refused():
    with pytest.raises(ValueError, match="two different intents"):
        train(*phrases(1, 10))


def test_a_label_with_one_phrase_can_be_trained():
    vectors, names = phrases(3, 10)
    classifier = train(vectors[:21], names[:21])
    assert float(classifier.temperature) == 1.0
    assert np.isfinite(classifier.probabilities(vectors)).all()


def test_the_temperature_is_positive_and_finite(trained):
    assert trained.temperature.shape == ()
    assert TEMPERATURES[0] <= float(trained.temperature) <= TEMPERATURES[-1] + 1e-6


def test_a_higher_temperature_makes_less_sure_of_the_same_label(trained):
    vectors, _ = phrases(4, 5, spread=2.0, seed=9)
    cool, warm = (
        replace(trained, temperature=np.array(t, np.float32)).probabilities(vectors)
        for t in (0.5, 2.0)
    )
    assert (cool.argmax(axis=1) == warm.argmax(axis=1)).all()
    assert (cool.max(axis=1) > warm.max(axis=1)).all()


def test_noise_is_answered_with_little_confidence():
    vectors, names = phrases(4, 40, spread=30.0)
    sure = train(vectors, names).probabilities(phrases(4, 40, spread=30.0, seed=6)[0]).max(axis=1)
    assert sure.mean() < 0.6


def test_arrays_survive_a_file(trained):
    file = io.BytesIO()
    np.savez(file, **asdict(trained))
    file.seek(0)
    with np.load(file, allow_pickle=False) as arrays:
        again = Classifier(**arrays)
    vectors, _ = phrases(4, 5, seed=7)
    assert np.array_equal(trained.probabilities(vectors), again.probabilities(vectors))


def test_training_twice_gives_the_same(trained):
    vectors, _ = phrases(4, 5, seed=8)
    again = train(*phrases(4, 30))
    assert np.allclose(trained.probabilities(vectors), again.probabilities(vectors), atol=1e-6)
