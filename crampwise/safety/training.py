"""Trains the danger model on phrases that report danger, on look-alikes and on all the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from crampwise.classify import labeller, words
from crampwise.classify.neighbours import main_axes
from crampwise.safety.hit import Hit
from crampwise.safety.model import DangerModel, seen
from crampwise.safety.traits import Traits

TRAIT_SHARE = 0.05  # how much the rules' traits count beside the vector
# Pairs of phrases that differ in a word, one a report and one not, teach more by standing near.
NEIGHBOUR_SHARE = 0.5
TINY = 1e-12


@dataclass(frozen=True)
class Example:
    """A phrase to learn from."""

    reading: str  # the phrase normalised
    vector: np.ndarray  # float32 (width,)
    hit: Hit | None
    traits: Traits
    flag: str | None  # the danger it reports; None when it reports none
    kind: str = ""  # what else it is, to tell it from others that report none


def train(examples: Sequence[Example]) -> DangerModel:
    """A model of `examples`. Raises ValueError when none reports danger, or all do."""
    flags = sorted({example.flag for example in examples if example.flag is not None})
    kinds = sorted({example.kind for example in examples if example.flag is None})
    if not flags or not kinds:
        raise ValueError("both reports of danger and other phrases are needed")
    places = {flag: place for place, flag in enumerate(flags)}
    others = {kind: place for place, kind in enumerate(kinds, len(flags))}
    targets = np.array([others[e.kind] if e.flag is None else places[e.flag] for e in examples])

    told = np.stack([seen(example.hit, example.traits) for example in examples])
    spread = told.std(axis=0)
    scale = TRAIT_SHARE / np.maximum(spread, TINY) * (spread > 0)  # what never varies says nothing
    vectors = np.hstack([np.stack([example.vector for example in examples]), told * scale])
    vectors = vectors.astype(np.float32)
    centre = vectors.mean(axis=0)
    return DangerModel(
        flags=np.array(flags),
        scale=scale.astype(np.float32),
        labeller=labeller.train(
            vectors,
            targets,
            len(flags) + len(kinds),
            centre,
            main_axes(vectors - centre),
            share=NEIGHBOUR_SHARE,
        ),
        words=words.train([example.reading for example in examples], targets < len(flags)),
    )
