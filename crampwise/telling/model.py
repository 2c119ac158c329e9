"""Reads which illness or medicine is told of without its name: "on the machine three times a week".

Names are found from lists. What people say instead of them has no end, so it is learnt. It is read
as intents are read (`crampwise.classify.labeller`), each illness and each class of medicines being
a label, and by the tuned network (docs/tuning.md); the mean of both is right more often than each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from crampwise.classify import labeller
from crampwise.classify.labeller import Labeller
from crampwise.classify.neighbours import main_axes

NOTHING = "none"  # the label of phrases that tell of no illness and no medicine
NEIGHBOUR_SHARE = 0.5  # how much the nearest phrases count


@dataclass(frozen=True)
class Judgement:
    """What another reader says: `likely`, float (texts, ids), of the `ids` that it knows."""

    ids: Sequence[str]
    likely: np.ndarray


@dataclass(frozen=True)
class TellingModel:
    """A trained reader; every field is an array or made of arrays."""

    values: np.ndarray  # str (labels,): ids of the knowledge base, and NOTHING
    labeller: Labeller

    def read(self, vectors: np.ndarray, other: Judgement) -> list[tuple[str, float]]:
        """What each of `vectors` (texts, width) likeliest tells, and how likely that is (0 to 1).

        `other` is what another reader says of the same texts; of what it does not know, this one
        decides alone.
        """
        own, _ = self.labeller.read(vectors)
        columns = [place for place, value in enumerate(self.values) if value != NOTHING]
        ids, likely = self.values[columns], own[:, columns]
        for place, value in enumerate(ids):
            if value in other.ids:
                said = other.likely[:, list(other.ids).index(value)]
                likely[:, place] = (likely[:, place] + said) / 2
        best = likely.argmax(axis=1)
        return [(str(ids[place]), float(row[place])) for place, row in zip(best, likely)]


def train(vectors: np.ndarray, told: Sequence[str]) -> TellingModel:
    """A reader that learns what each of `vectors` (phrases, width) tells, `told` (phrases,).

    Raises ValueError where nothing is told, or something everywhere.
    """
    values, targets = np.unique(np.array(told), return_inverse=True)
    if NOTHING not in values or len(values) < 2:
        raise ValueError("phrases that tell of something, and others that do not, are needed")
    centre = vectors.mean(axis=0)
    axes = main_axes(vectors - centre)
    learnt = labeller.train(vectors, targets, len(values), centre, axes, share=NEIGHBOUR_SHARE)
    return TellingModel(values, learnt)
