"""A toy problem is learnt, and the probabilities mean what they say."""

from __future__ import annotations

import io

import numpy as np
import pytest

from crampwise.classify import Classifier, train
from crampwise.classify.rows import warmed
from crampwise.classify.storage import arrays_of, of_arrays
from crampwise.classify.training import TEMPERATURES, fitted_temperature, folds
from tests.classify.problems import NAMES, OUTSIDE, WIDTH, phrases, strange


@pytest.fixture(scope="module")
def trained() -> Classifier:
    """Trained without a phrase from outside."""
    return train(*phrases(4, 30), OUTSIDE)


@pytest.fixture(scope="module")
def warned() -> Classifier:
    """Trained with phrases from outside."""
    vectors, names = phrases(4, 30)
    outside = strange(3)
    return train(np.vstack([vectors, outside]), names + [OUTSIDE] * len(outside), OUTSIDE)


def best(classifier: Classifier, vectors: np.ndarray) -> np.ndarray:
    return classifier.labels[classifier.probabilities(vectors).argmax(axis=1)]


def own(classifier: Classifier, vectors: np.ndarray) -> list[str]:
    """The likeliest labels besides that of what is outside."""
    found = classifier.probabilities(vectors)
    found[:, int(classifier.outside)] = -1
    return list(classifier.labels[found.argmax(axis=1)])


# Without phrases from outside, a tenth of the own ones is refused by default.
@pytest.mark.parametrize(("kind", "refused"), [("trained", 0.2), ("warned", 0.05)])
def test_a_toy_problem_is_learnt(kind, refused, request):
    vectors, names = phrases(4, 20, seed=2)
    classifier = request.getfixturevalue(kind)
    assert own(classifier, vectors) == names
    assert (best(classifier, vectors) == OUTSIDE).mean() <= refused


@pytest.mark.parametrize("kind", ["trained", "warned"])
def test_probabilities_add_up_to_one(kind, request):
    vectors, _ = phrases(4, 20, spread=3.0, seed=3)
    found = request.getfixturevalue(kind).probabilities(vectors)
    assert found.shape == (80, 5)
    assert np.allclose(found.sum(axis=1), 1)
    assert (found >= 0).all()


@pytest.mark.parametrize(("kind", "floor"), [("trained", 0.8), ("warned", 0.95)])
def test_what_is_like_no_phrase_is_outside_whether_or_not_it_was_taught(kind, floor, request):
    found = best(request.getfixturevalue(kind), strange(5, seed=4))
    assert (found == OUTSIDE).mean() > floor


def test_one_reading_does_not_depend_on_those_beside_it(trained):
    vectors, _ = phrases(4, 3, seed=4)
    alone = np.vstack([trained.probabilities(row[None, :]) for row in vectors])
    assert np.allclose(trained.probabilities(vectors), alone, atol=1e-5)


def test_two_labels_are_enough():
    vectors, names = phrases(2, 5, seed=5)
    assert own(train(*phrases(2, 10), OUTSIDE), vectors) == names


@pytest.mark.parametrize("names", [["dose"] * 10, ["dose"] * 9 + [OUTSIDE]])
def test_one_label_is_refused(names):
    with pytest.raises(ValueError, match="two different intents"):
        train(phrases(1, 10)[0], names, OUTSIDE)


def test_labels_with_one_phrase_each_can_be_trained():
    vectors, names = phrases(4, 1)
    classifier = train(vectors, names, OUTSIDE)
    assert float(classifier.temperature) == 1.0
    assert own(classifier, vectors) == names


def test_a_label_with_one_phrase_beside_large_ones_is_read():
    vectors, names = phrases(3, 10)
    assert own(train(vectors[:21], names[:21], OUTSIDE), vectors[20:21]) == names[20:21]


def test_a_temperature_changes_how_sure_and_not_which():
    found = np.array([[0.6, 0.3, 0.1]])
    cool, warm = warmed(found, 0.5), warmed(found, 2.0)
    assert cool[0, 0] > 0.6 > warm[0, 0] > warm[0, 1] > warm[0, 2]


def test_the_temperature_mends_readings_that_are_too_sure():
    draw = np.random.default_rng(0)
    targets = draw.integers(0, 2, 400)
    right = draw.random(400) < 0.7
    readings = np.where((targets[:, None] == [0, 1]) == right[:, None], 0.99, 0.01)
    assert fitted_temperature(readings, targets) == pytest.approx(TEMPERATURES[-1])
    assert fitted_temperature(np.where(readings > 0.5, 0.7, 0.3), targets) == pytest.approx(
        1, abs=0.15
    )


def test_noise_is_answered_with_little_confidence():
    classifier = train(*phrases(4, 40, spread=30.0), OUTSIDE)
    found = classifier.probabilities(phrases(4, 40, spread=30.0, seed=6)[0])
    assert found.max(axis=1).mean() < 0.6


def test_the_folds_deal_every_label_out_evenly():
    targets = np.array([0] * 7 + [1] * 3 + [2])
    found = folds(targets, 3)
    assert set(found) == {0, 1, 2}
    assert sorted(np.bincount(found[targets == 0])) == [2, 2, 3]
    assert sorted(found[targets == 1]) == [0, 1, 2]


def test_arrays_survive_a_file(trained):
    file = io.BytesIO()
    np.savez(file, **arrays_of(trained))
    file.seek(0)
    with np.load(file, allow_pickle=False) as arrays:
        again = of_arrays(Classifier, arrays)
    vectors, _ = phrases(4, 5, seed=7)
    assert np.array_equal(trained.probabilities(vectors), again.probabilities(vectors))


def test_a_missing_array_is_not_passed_over(trained):
    arrays = arrays_of(trained)
    del arrays["labeller.neighbours.axes"]
    with pytest.raises(KeyError, match="axes"):
        of_arrays(Classifier, arrays)


def test_training_twice_gives_the_same(trained):
    vectors, _ = phrases(4, 5, seed=8)
    again = train(*phrases(4, 30), OUTSIDE)
    assert np.allclose(trained.probabilities(vectors), again.probabilities(vectors), atol=1e-6)


def test_the_names_are_those_of_the_arrays(trained):
    assert list(trained.labels) == sorted([*NAMES, OUTSIDE])
    assert trained.labeller.weights.shape == (WIDTH, 5)
