"""Trains a classifier: labeller, temperature and judge.

Temperature and judge are fitted on readings of phrases by labellers that did not learn them. The
temperature makes the probabilities mean what they say (Guo et al. 2017, "On calibration of modern
neural networks").
"""

from __future__ import annotations

import numpy as np

from crampwise.classify import judge, labeller
from crampwise.classify.classifier import Classifier
from crampwise.classify.neighbours import FEW, main_axes
from crampwise.classify.rows import TINY, warmed

FOLDS = 3  # of which one is read, as far as needed, where there are many phrases
ENOUGH = 3000  # phrases read, to fit six numbers
FEW_FOLDS = 10  # of few phrases, all read, as a third of them would be missed too much
NEIGHBOUR_SHARE = 0.3  # how much the nearest phrases count
TEMPERATURES = np.geomspace(0.3, 3.0, 28)


def train(vectors: np.ndarray, names: list[str], outside: str, refused: float = 0.1) -> Classifier:
    """A classifier of `vectors` (phrases, width) by their labels `names`.

    `outside` is the label of phrases from outside the subject. There need not be any: then a
    message counts as outside when it is less like the phrases than all but the share `refused` of
    themselves. Raises ValueError when there are fewer than two labels besides it.
    """
    if len(set(names) - {outside}) < 2:
        raise ValueError("at least two different intents are needed to tell them apart")
    labels = np.unique(np.array([*names, outside]))
    targets = np.searchsorted(labels, np.array(names))
    place = int(np.searchsorted(labels, outside))
    centre = vectors.mean(axis=0)
    axes = main_axes(vectors - centre)

    # Phrases are read by a labeller that learnt the other folds.
    mixed = np.zeros((len(targets), len(labels)))
    near = np.zeros((len(targets), 3))
    read = np.zeros(len(targets), bool)
    many = len(targets) > FEW
    fold = folds(targets, FOLDS if many else FEW_FOLDS)
    for number in range(1 if many else FEW_FOLDS):
        if not (fold == number).any():
            continue
        left, rest = np.flatnonzero(fold == number), np.flatnonzero(fold != number)
        left = np.sort(np.random.default_rng(0).permutation(left)[:ENOUGH])
        read[left] = True
        other = labeller.train(
            vectors[rest], targets[rest], len(labels), centre, axes, share=NEIGHBOUR_SHARE
        )
        mixed[left], nearest = other.read(vectors[left])
        near[left] = judge.nearness(nearest, place)
    # The only phrase of its label was read by labellers that did not know the label.
    known = read & (np.bincount(targets)[targets] > 1)
    temperature = fitted_temperature(mixed[known], targets[known])
    seen = judge.evidence(warmed(mixed[read], temperature), near[read], place)
    return Classifier(
        labels=labels,
        outside=np.array(place),
        temperature=np.array(temperature),
        labeller=labeller.train(vectors, targets, len(labels), centre, axes, share=NEIGHBOUR_SHARE),
        judge=judge.train(seen, targets[read] == place, refused),
    )


def folds(targets: np.ndarray, count: int) -> np.ndarray:
    """The fold, below `count`, of every phrase (phrases,): each label's are dealt out evenly."""
    order = np.random.default_rng(0).permutation(len(targets))
    fold = np.empty(len(targets), np.int64)
    for label in np.unique(targets):
        rows = order[targets[order] == label]
        fold[rows] = (label + np.arange(len(rows))) % count
    return fold


def fitted_temperature(mixed: np.ndarray, targets: np.ndarray) -> float:
    """The temperature by which the true labels are likeliest; 1 where there are no phrases."""
    if not len(targets):
        return 1.0
    rows = np.arange(len(targets))
    losses = [-np.log(warmed(mixed, t)[rows, targets] + TINY).mean() for t in TEMPERATURES]
    return float(TEMPERATURES[int(np.argmin(losses))])
