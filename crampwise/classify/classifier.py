"""Logistic regression joined with nearest neighbours, calibrated.

Vectors are centred and turned onto their main axes (PCA). The probability of a label is a weighted
mean of what a multinomial logistic regression says and of what the labels of the nearest training
vectors say. A temperature, fitted on predictions for phrases left out of training, makes the
probabilities mean what they say (Guo et al. 2017, "On calibration of modern neural networks").
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass

import numpy as np

AXES = 512
REGULARISATION = 30.0  # C of the logistic regression: chosen by cross-validation
NEIGHBOURS = 10
NEIGHBOUR_WIDTH = 0.1  # likeness (cosine) over which a neighbour's say falls to 1/e
NEIGHBOUR_SHARE = 0.3
FOLDS = 3
MAX_STEPS = 150
TOLERANCE = 1e-3
TEMPERATURES = np.geomspace(0.3, 3.0, 28)
TINY = 1e-12


@dataclass(frozen=True)
class Prediction:
    """Labels with their probabilities (they add up to 1), likeliest first."""

    labels: tuple[str, ...]
    confidences: tuple[float, ...]


@dataclass(frozen=True)
class Classifier:
    """A trained classifier; every field is an array, saved as .npz."""

    labels: np.ndarray  # str (labels,)
    centre: np.ndarray  # float32 (width,)
    axes: np.ndarray  # float32 (width, axes)
    weights: np.ndarray  # float32 (axes, labels)
    bias: np.ndarray  # float32 (labels,)
    neighbours: np.ndarray  # float32 (phrases, axes), unit length
    neighbour_labels: np.ndarray  # int32 (phrases,)
    temperature: np.ndarray  # float32 ()

    def probabilities(self, vectors: np.ndarray) -> np.ndarray:
        """Calibrated probabilities, float (rows, labels), of vectors (rows, width)."""
        turned = (vectors - self.centre) @ self.axes
        mixed = _mix(
            _softmax(turned @ self.weights + self.bias),
            _neighbour_say(turned, self.neighbours, self.neighbour_labels, len(self.labels)),
        )
        return _softmax(np.log(mixed + TINY) / float(self.temperature))

    def ranked(self, probabilities: np.ndarray) -> Prediction:
        """One row of probabilities (labels,) as a ranking."""
        order = np.argsort(-probabilities)
        return Prediction(
            tuple(str(self.labels[index]) for index in order),
            tuple(float(probabilities[index]) for index in order),
        )


def train(vectors: np.ndarray, names: list[str]) -> Classifier:
    """A classifier of `vectors` (phrases, width) by their labels `names`.

    Raises ValueError when there are fewer than two labels.
    """
    labels, targets = np.unique(np.array(names), return_inverse=True)
    if len(labels) < 2:
        raise ValueError("at least two different intents are needed to tell them apart")
    centre = vectors.mean(axis=0)
    axes = _main_axes(vectors - centre)
    turned = (vectors - centre) @ axes
    weights, bias = _fit(turned, targets)
    return Classifier(
        labels=labels,
        centre=centre.astype(np.float32),
        axes=axes.astype(np.float32),
        weights=weights.astype(np.float32),
        bias=bias.astype(np.float32),
        neighbours=_unit(turned).astype(np.float32),
        neighbour_labels=targets.astype(np.int32),
        temperature=np.array(_temperature(turned, targets), np.float32),
    )


def _main_axes(centred: np.ndarray) -> np.ndarray:
    from sklearn.decomposition import PCA

    count = min(AXES, *centred.shape)
    return PCA(count, svd_solver="randomized", random_state=0).fit(centred).components_.T


def _fit(turned: np.ndarray, targets: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=REGULARISATION, max_iter=MAX_STEPS, tol=TOLERANCE)
    with warnings.catch_warnings():
        # Stopping early is meant: more steps cost time and gain nothing on held-out phrases.
        warnings.simplefilter("ignore", ConvergenceWarning)
        model.fit(turned, targets)
    weights, bias = model.coef_.T, model.intercept_
    if weights.shape[1] == 1:  # two labels: scikit-learn keeps one column for both
        weights, bias = np.hstack([-weights, weights]) / 2, np.hstack([-bias, bias]) / 2
    return weights, bias


def _temperature(turned: np.ndarray, targets: np.ndarray) -> float:
    """The temperature that makes held-out labels likeliest; 1 when there is too little data."""
    from sklearn.model_selection import StratifiedKFold

    count = int(targets.max()) + 1
    if np.bincount(targets).min() < FOLDS:
        return 1.0
    held_out = np.zeros((len(targets), count))
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
    for some, rest in folds.split(turned, targets):
        weights, bias = _fit(turned[some], targets[some])
        held_out[rest] = _mix(
            _softmax(turned[rest] @ weights + bias),
            _neighbour_say(turned[rest], _unit(turned[some]), targets[some], count),
        )
    logs = np.log(held_out + TINY)
    rows = np.arange(len(targets))
    losses = [-np.log(_softmax(logs / t)[rows, targets] + TINY).mean() for t in TEMPERATURES]
    return float(TEMPERATURES[int(np.argmin(losses))])


def _neighbour_say(
    turned: np.ndarray, neighbours: np.ndarray, labels: np.ndarray, count: int
) -> np.ndarray:
    likeness = _unit(turned) @ neighbours.T
    nearest = min(NEIGHBOURS, likeness.shape[1])
    found = np.argpartition(-likeness, nearest - 1, axis=1)[:, :nearest]
    say = np.zeros((len(turned), count))
    for row, columns in enumerate(found):
        near = likeness[row, columns]
        share = np.exp((near - near.max()) / NEIGHBOUR_WIDTH)
        np.add.at(say[row], labels[columns], share / share.sum())
    return say


def _mix(regression: np.ndarray, neighbours: np.ndarray) -> np.ndarray:
    return (1 - NEIGHBOUR_SHARE) * regression + NEIGHBOUR_SHARE * neighbours


def _unit(rows: np.ndarray) -> np.ndarray:
    return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), TINY)


def _softmax(rows: np.ndarray) -> np.ndarray:
    shifted = np.exp(rows - rows.max(axis=1, keepdims=True))
    return shifted / shifted.sum(axis=1, keepdims=True)
