"""Arithmetic on rows of arrays that the parts of the classifier share."""

from __future__ import annotations

import numpy as np

TINY = 1e-12


def unit(rows: np.ndarray) -> np.ndarray:
    """Each row of (rows, width) brought to length 1; a row of zeros stays one."""
    return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), TINY)


def softmax(rows: np.ndarray) -> np.ndarray:
    """Each row of scores (rows, labels) as probabilities."""
    shifted = np.exp(rows - rows.max(axis=1, keepdims=True))
    return shifted / shifted.sum(axis=1, keepdims=True)


def warmed(probabilities: np.ndarray, temperature: float) -> np.ndarray:
    """Rows of probabilities made less sure (a temperature over 1) or surer (below 1)."""
    return softmax(np.log(probabilities + TINY) / temperature)
