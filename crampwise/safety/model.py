"""A trained reader of danger, joined with what the rules see.

First a logistic regression over the vector of the message, and of each of its sentences, says how
near it is to reports of danger; a second one weighs that against the rules' hit and traits (Wolpert
1992, "Stacked generalization"): the first is trained on folds that leave out what it then judges,
so that the second learns how far to trust it. A third says which red flag a report tells of.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from crampwise.safety.danger import SEVERITY
from crampwise.safety.hit import Hit
from crampwise.safety.traits import Traits

TINY = 1e-12


@dataclass(frozen=True)
class Guess:
    """How likely a message reports danger (0 to 1), and how likely each flag is if it does."""

    danger: float
    flags: dict[str, float]


@dataclass(frozen=True)
class DangerModel:
    """A trained model; every field is an array, saved as .npz."""

    centre: np.ndarray  # float32 (width,)
    axes: np.ndarray  # float32 (width, axes)
    weights: np.ndarray  # float32 (axes,)
    bias: np.ndarray  # float32 ()
    joint_weights: np.ndarray  # float32 (features,): whole, surest sentence, levels hit, traits
    joint_bias: np.ndarray  # float32 ()
    flags: np.ndarray  # str (flags,)
    flag_weights: np.ndarray  # float32 (axes, flags)
    flag_bias: np.ndarray  # float32 (flags,)

    def guess(
        self, whole: np.ndarray, sentences: np.ndarray | None, hit: Hit | None, traits: Traits
    ) -> Guess:
        """What a message tells by its vector (width,) and those of its sentences (rows, width)."""
        rows = whole[None, :] if sentences is None else np.vstack([whole[None, :], sentences])
        turned = (rows - self.centre) @ self.axes
        scores = turned @ self.weights + self.bias
        joint = features(scores[0], scores.max(), hit, traits) @ self.joint_weights
        surest = turned[int(np.argmax(scores))]
        likely = _softmax(surest @ self.flag_weights + self.flag_bias)
        return Guess(
            float(1 / (1 + np.exp(-(joint + self.joint_bias)))),
            {str(flag): float(share) for flag, share in zip(self.flags, likely)},
        )


def features(whole: float, surest: float, hit: Hit | None, traits: Traits) -> np.ndarray:
    """What the second regression weighs, float (features,)."""
    levels = [float(hit is not None and hit.level == level) for level in SEVERITY]
    return np.array([whole, surest, *levels, *traits.numbers()])


def _softmax(row: np.ndarray) -> np.ndarray:
    shifted = np.exp(row - row.max())
    return shifted / (shifted.sum() + TINY)
