"""Which kinds of entity a message names, as numbers for the classifier.

"heat pad or ice pack" says little to the encoder; that two remedies are named says a good deal.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from crampwise.entities import Found

# Beside vectors of unit length: enough to be learnt from, too little to decide who is a neighbour.
WEIGHT = 0.4


def kinds_of(everything: Iterable[Iterable[Found]]) -> list[str]:
    """The kinds of entity that occur in the mentions of some messages."""
    return sorted({found.entity for mentions in everything for found in mentions})


def marks(mentions: Iterable[Found], kinds: list[str]) -> np.ndarray:
    """WEIGHT for each kind that is named, then for each of which two are; else 0: (2 * kinds,)."""
    named: dict[str, set[str | int]] = {kind: set() for kind in kinds}
    for found in mentions:
        if found.entity in named:
            named[found.entity].add(found.value)
    counts = np.array([len(named[kind]) for kind in kinds])
    return WEIGHT * np.concatenate([counts > 0, counts > 1]).astype(np.float32)
