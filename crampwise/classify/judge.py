"""In or out: whether a message is one the bot was taught to answer at all.

The evidence is what the labeller holds of the message, and how near the training phrases are. With
phrases from outside the subject, a logistic regression learns how to weigh it; without them, a
message counts as outside when its evidence is worse than that of nearly every training phrase.
Both are fitted on evidence for phrases that were left out of training, as a new message is.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from crampwise.classify.neighbours import Near
from crampwise.classify.rows import TINY

NEAR = 5  # phrases whose mean likeness tells how dense the training phrases are around a message
OWN = 3  # how much of the evidence speaks of the own phrases
STEEPNESS = 2.0  # of the probability around that border, by spread of the evidence


@dataclass(frozen=True)
class Judge:
    """A trained judge; every field is an array."""

    centre: np.ndarray  # float64 (evidence,)
    spread: np.ndarray  # float64 (evidence,)
    weights: np.ndarray  # float64 (evidence,)
    bias: np.ndarray  # float64 ()

    def outside(self, evidence: np.ndarray) -> np.ndarray:
        """The probability, (rows,), that messages of this evidence lie outside."""
        score = (evidence - self.centre) / self.spread @ self.weights + float(self.bias)
        return 1 / (1 + np.exp(-score))


def nearness(near: Near, outside: int) -> np.ndarray:
    """How near the own phrases are, at most and on average, and those from outside: (rows, 3).

    Args:
        near: the phrases nearest to messages.
        outside: the number of the label of phrases from outside.
    """
    strange = near.targets == outside
    own, dense = _densest(near.likeness, ~strange), _densest(near.likeness, strange)[1]
    return np.stack([*own, dense], axis=1)


def evidence(probabilities: np.ndarray, near: np.ndarray, outside: int) -> np.ndarray:
    """All that the judge looks at, (rows, 5): the own phrases' part first.

    Args:
        probabilities: of the labels, (rows, labels).
        near: from `nearness`.
        outside: the number of the outside label.
    """
    own = np.delete(probabilities, outside, axis=1).max(axis=1)
    logs = np.log(np.stack([own, probabilities[:, outside]], axis=1) + TINY)
    return np.hstack([logs[:, :1], near[:, :2], logs[:, 1:], near[:, 2:]])


def train(seen: np.ndarray, is_outside: np.ndarray, refused: float) -> Judge:
    """A judge, by the evidence `seen` of phrases and whether each is from outside.

    `refused` counts where none is: the share of the bot's own phrases that this judge refuses.
    """
    centre = seen.mean(axis=0)
    spread = seen.std(axis=0)
    spread[spread < TINY] = 1  # evidence that is always the same says nothing
    scaled = (seen - centre) / spread
    if is_outside.any():
        from sklearn.linear_model import LogisticRegression

        model = LogisticRegression().fit(scaled, is_outside)
        return Judge(centre, spread, model.coef_[0], np.array(model.intercept_[0]))
    weights = np.zeros(seen.shape[1])
    weights[:OWN] = -STEEPNESS / OWN
    border = np.quantile(scaled @ weights, 1 - refused)
    return Judge(centre, spread, weights, np.array(-border))


def _densest(likeness: np.ndarray, counted: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The highest likeness, and the mean of the NEAR highest, of those `counted`; 0 without any.

    Both arrays are (rows, near), the likest first.
    """
    chosen = counted & (np.cumsum(counted, axis=1) <= NEAR)
    found = np.where(chosen, likeness, 0)
    count = np.maximum(chosen.sum(axis=1), 1)
    first = np.take_along_axis(likeness, counted.argmax(axis=1)[:, None], 1)[:, 0]
    return np.where(counted.any(axis=1), first, 0), found.sum(axis=1) / count
