"""A trained reader of danger, joined with what the rules see.

A support vector machine weighs the vector of the message, and of each of its sentences, together
with the rules' hit and traits. A logistic regression on its margins for phrases left out of
training makes them likelihoods (Platt 1999, "Probabilistic outputs for support vector machines").
Another one says which red flag a report tells of.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from crampwise.safety.danger import SEVERITY
from crampwise.safety.hit import Hit
from crampwise.safety.machine import Machine
from crampwise.safety.traits import Traits

TINY = 1e-12


@dataclass(frozen=True)
class Guess:
    """How likely a message reports danger (0 to 1), and how likely each flag is if it does."""

    danger: float
    flags: dict[str, float]


@dataclass(frozen=True)
class DangerModel(Machine):
    """A trained model; every field is an array, saved as .npz."""

    centre: np.ndarray  # float32 (width,)
    axes: np.ndarray  # float32 (width, axes)
    joint_weights: np.ndarray  # float32 (2,): of the margins of the whole and the surest sentence
    joint_bias: np.ndarray  # float32 ()
    flags: np.ndarray  # str (flags,)
    flag_weights: np.ndarray  # float32 (axes, flags)
    flag_bias: np.ndarray  # float32 (flags,)

    def guess(
        self, whole: np.ndarray, sentences: np.ndarray | None, hit: Hit | None, traits: Traits
    ) -> Guess:
        """What a message tells by its vector (width,) and those of its sentences (rows, width)."""
        turned = (rows(whole, sentences) - self.centre) @ self.axes
        margins = self.margins(turned, seen(hit, traits)[None, :])
        joint = whole_and_surest(margins) @ self.joint_weights
        surest = turned[int(np.argmax(margins))]
        likely = _softmax(surest @ self.flag_weights + self.flag_bias)
        return Guess(
            float(1 / (1 + np.exp(-(joint + self.joint_bias)))),
            {str(flag): float(share) for flag, share in zip(self.flags, likely)},
        )


def rows(whole: np.ndarray, sentences: np.ndarray | None) -> np.ndarray:
    """The vectors of a message and its sentences, float (1 + sentences, width)."""
    return whole[None, :] if sentences is None else np.vstack([whole[None, :], sentences])


def seen(hit: Hit | None, traits: Traits) -> np.ndarray:
    """What the rules see of a message, float32 (traits,): the level of their hit, its traits."""
    levels = [float(hit is not None and hit.level == level) for level in SEVERITY]
    return np.array([*levels, *traits.numbers()], np.float32)


def whole_and_surest(margins: np.ndarray) -> np.ndarray:
    """Of the margins of a message and its sentences: that of the whole, and the highest."""
    return np.array([margins[0], margins.max()])


def _softmax(row: np.ndarray) -> np.ndarray:
    shifted = np.exp(row - row.max())
    return shifted / (shifted.sum() + TINY)
