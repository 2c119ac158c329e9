"""A trained reader of danger, joined with what the rules see.

It reads as intents are read (`crampwise.classify.labeller`), but tells every red flag apart, and
what only looks like danger from what else people write. A model that had to find one border
between danger and all the rest heard less, at the same number of false alarms and ten times the
cost: reports of a clot and of a low mood have nothing in common but that they are reports.

Beside it two others have a say: a reader of single words, and a network that was tuned on the same
phrases (docs/tuning.md), which hears what a sentence says where the others see what it resembles.
On blind messages each of them took away about half of the errors that were left.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from crampwise.classify.labeller import Labeller
from crampwise.classify.words import Words
from crampwise.safety.danger import SEVERITY
from crampwise.safety.hit import Hit
from crampwise.safety.traits import Traits

TINY = 1e-6
WORDS_SHARE = 0.35  # of the say, in log-odds
TUNED_SHARE = 0.3  # of the say of all, in log-odds
WHOLE_SHARE = 0.7  # of the whole message in the say; the surest of its sentences has the rest


@dataclass(frozen=True)
class Measured:
    """A message in numbers: its normalised text, followed by its sentences, if several.

    `vectors` are those of the texts (texts, width), `odds` the log-odds of danger (texts,) by the
    tuned network.
    """

    texts: Sequence[str]
    vectors: np.ndarray
    odds: np.ndarray


@dataclass(frozen=True)
class Guess:
    """How likely a message reports danger (0 to 1), and how likely each flag is if it does."""

    danger: float
    flags: dict[str, float]


@dataclass(frozen=True)
class DangerModel:
    """A trained model; every field is an array or made of arrays."""

    flags: np.ndarray  # str (flags,): what the first labels of the labeller mean
    scale: np.ndarray  # float32 (traits,): how much each thing that the rules see counts
    labeller: Labeller
    words: Words

    def guess(self, message: Measured, hit: Hit | None, traits: Traits) -> Guess:
        """What a message tells, of which the rules see `hit` and `traits`.

        The whole has more to say than the surest sentence: danger hides in long messages, but a
        sentence alone may mean something else.
        """
        rows = len(message.vectors)
        told = np.broadcast_to(seen(hit, traits) * self.scale, (rows, len(self.scale)))
        likely, _ = self.labeller.read(np.hstack([message.vectors, told]))
        flags = likely[:, : len(self.flags)]
        danger = flags.sum(axis=1)
        sure = np.clip(danger, TINY, 1 - TINY)
        odds = (1 - WORDS_SHARE) * np.log(sure / (1 - sure))
        odds += WORDS_SHARE * self.words.odds(message.texts)
        odds = (1 - TUNED_SHARE) * odds + TUNED_SHARE * message.odds
        joined = WHOLE_SHARE * odds[0] + (1 - WHOLE_SHARE) * odds.max()
        surest = flags[int(np.argmax(odds))]
        return Guess(
            float(1 / (1 + np.exp(-joined))),
            {str(flag): float(share) for flag, share in zip(self.flags, surest / surest.sum())},
        )


def seen(hit: Hit | None, traits: Traits) -> np.ndarray:
    """What the rules see of a message, float32 (traits,): the level of their hit, its traits."""
    levels = [float(hit is not None and hit.level == level) for level in SEVERITY]
    return np.array([*levels, *traits.numbers()], np.float32)
