"""Softmax regression fitted by Adam, with smoothed labels and few steps.

On sentence vectors this understands more than a regression fitted to the end: stopping early and
smoothing the labels (Szegedy et al. 2016) keep single odd phrases from bending it. It also takes a
tenth of the time. Adam: Kingma and Ba 2015, with their constants; the rate falls to zero.
"""

from __future__ import annotations

import numpy as np

from crampwise.classify.rows import softmax

BATCH = 256  # phrases a step
EPOCHS = 8
MIN_STEPS = 400  # so that a small bot's phrases, too, are learnt
RATE = 1e-2
SCALE = 8.0  # of the scores: vectors of unit length need large weights
SMOOTHING = 0.25  # share of a label's certainty that is spread over all labels
DECAYS = (0.9, 0.999)
EPSILON = 1e-8


def fit(vectors: np.ndarray, targets: np.ndarray, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Weights, float32 (width, count), and bias (count,) that read `targets` from `vectors`.

    Args:
        vectors: float32 (phrases, width), centred.
        targets: the number of each phrase's label, from 0 to below `count`.
    """
    draw = np.random.default_rng(0)
    vectors = vectors.astype(np.float32, copy=False)
    smoothed = np.full((len(targets), count), SMOOTHING / count, np.float32)
    smoothed[np.arange(len(targets)), targets] += 1 - SMOOTHING
    weights, bias = np.zeros((vectors.shape[1], count), np.float32), np.zeros(count, np.float32)
    steps = max(EPOCHS * -(-len(targets) // BATCH), MIN_STEPS)
    update_weights, update_bias = _Adam(weights), _Adam(bias)
    rows = np.empty(0, np.int64)
    for step in range(steps):
        while len(rows) < BATCH:
            rows = np.concatenate([rows, draw.permutation(len(targets))])
        batch, rows = rows[:BATCH], rows[BATCH:]
        part = vectors[batch]
        error = (softmax(SCALE * (part @ weights) + bias) - smoothed[batch]) / len(batch)
        rate = RATE * (1 - step / steps)
        update_weights(SCALE * (part.T @ error), rate)
        update_bias(error.sum(axis=0), rate)
    return SCALE * weights, bias


class _Adam:
    """Changes `values` in place along the gradients it is given."""

    def __init__(self, values: np.ndarray) -> None:
        self._values = values
        self._mean = np.zeros_like(values)
        self._square = np.zeros_like(values)
        self._step = 0

    def __call__(self, gradient: np.ndarray, rate: float) -> None:
        self._step += 1
        first, second = DECAYS
        self._mean += (1 - first) * (gradient - self._mean)
        self._square += (1 - second) * (gradient * gradient - self._square)
        mean = self._mean / (1 - first**self._step)
        square = self._square / (1 - second**self._step)
        self._values -= rate * mean / (np.sqrt(square) + EPSILON)
