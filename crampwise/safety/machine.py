"""A support vector machine with a Gaussian kernel, as plain arrays (Boser, Guyon and Vapnik 1992).

What is said calmly, or by halves, lies near other reports of danger, but on no one side of a plane:
a linear model heard half as many of them at the same number of false alarms.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

GAMMA = 0.6  # of the kernel, over vectors of length 1; chosen, with SLACK, by cross-validation
SLACK = 10.0  # C: how dearly a phrase on the wrong side is paid for
TRAIT_SHARE = 0.15  # how much the rules' traits count beside the vector
CACHE = 500  # MB of kernel values that training keeps
TINY = 1e-12


@dataclass(frozen=True)
class Machine:
    """Weighs the vector of a message together with what the rules see of it."""

    scale: np.ndarray  # float32 (traits,): how much each thing that the rules see counts
    support: np.ndarray  # float32 (supports, axes + traits): the phrases nearest to the border
    dual: np.ndarray  # float32 (supports,): how strongly each pulls to the side of danger
    offset: np.ndarray  # float32 ()

    def margins(self, turned: np.ndarray, told: np.ndarray) -> np.ndarray:
        """How far on the side of danger each of `turned` (rows, axes) is, float (rows,).

        `told` (rows or 1, traits) is what the rules see of the message it belongs to.
        """
        points = _points(turned, told, self.scale)
        squares = (points**2).sum(1)[:, None] + self._squares[None, :]
        pull = np.exp(-GAMMA * (squares - 2 * points @ self.support.T))
        return np.asarray(pull @ self.dual + self.offset)

    @cached_property
    def _squares(self) -> np.ndarray:
        return np.asarray((self.support**2).sum(1))


def train(turned: np.ndarray, told: np.ndarray, danger: np.ndarray, weight: np.ndarray) -> Machine:
    """A machine that tells `danger` (rows,) by `turned` (rows, axes) and `told` (rows, traits).

    `weight` (rows,) says how much each row counts.
    """
    from sklearn.svm import SVC

    scale = TRAIT_SHARE / np.maximum(told.std(axis=0), TINY) * (told.std(axis=0) > 0)
    found = SVC(C=SLACK, gamma=GAMMA, cache_size=CACHE)
    found.fit(_points(turned, told, scale), danger, sample_weight=weight)
    return Machine(
        scale=scale.astype(np.float32),
        support=found.support_vectors_.astype(np.float32),
        dual=found.dual_coef_[0].astype(np.float32),
        offset=np.array(found.intercept_[0], np.float32),
    )


def _points(turned: np.ndarray, told: np.ndarray, scale: np.ndarray) -> np.ndarray:
    length = np.maximum(np.linalg.norm(turned, axis=1, keepdims=True), TINY)
    beside = np.broadcast_to(told * scale, (len(turned), told.shape[1]))
    return np.hstack([turned / length, beside]).astype(np.float32)
