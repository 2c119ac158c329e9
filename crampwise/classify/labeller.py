"""Softmax regression joined with nearest neighbours.

The probability of a label is a weighted mean of what the regression says and of what the labels of
the nearest training phrases say.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from crampwise.classify import regression
from crampwise.classify.neighbours import Near, Neighbours
from crampwise.classify.rows import softmax


@dataclass(frozen=True)
class Labeller:
    """Tells labels apart, not yet calibrated."""

    centre: np.ndarray  # float32 (width,)
    weights: np.ndarray  # float32 (width, labels)
    bias: np.ndarray  # float32 (labels,)
    neighbours: Neighbours
    share: np.ndarray  # float (): how much the neighbours count, from 0 to 1

    def read(self, vectors: np.ndarray) -> tuple[np.ndarray, Near]:
        """Of vectors (rows, width): probabilities (rows, labels), and the nearest phrases."""
        centred = vectors - self.centre
        near = self.neighbours.near(centred)
        own = softmax(centred @ self.weights + self.bias)
        return (1 - self.share) * own + self.share * near.say(len(self.bias)), near


def train(
    vectors: np.ndarray,
    targets: np.ndarray,
    count: int,
    centre: np.ndarray,
    axes: np.ndarray,
    *,
    share: float,
) -> Labeller:
    """A labeller of `count` labels.

    Args:
        vectors: float32 (phrases, width).
        targets: the numbers of the phrases' labels, (phrases,).
        centre: what counts as the middle of all vectors, (width,).
        axes: the axes on which neighbours are sought, (width, axes).
        share: how much the neighbours count, from 0 to 1.
    """
    centred = vectors - centre
    weights, bias = regression.fit(centred, targets, count)
    return Labeller(centre, weights, bias, Neighbours.of(centred, targets, axes), np.array(share))
