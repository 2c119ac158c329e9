"""Reads labels from vectors: which one, how likely, and whether any was meant at all."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from crampwise.classify.judge import Judge, evidence, nearness
from crampwise.classify.labeller import Labeller
from crampwise.classify.rows import warmed


@dataclass(frozen=True)
class Classifier:
    """A trained classifier; one of its labels is that of what is outside, taught or not."""

    labels: np.ndarray  # str (labels,)
    outside: np.ndarray  # int (): the number of the outside label
    temperature: np.ndarray  # float ()
    labeller: Labeller
    judge: Judge

    def probabilities(self, vectors: np.ndarray) -> np.ndarray:
        """Calibrated probabilities, float (rows, labels), of vectors (rows, width).

        That of the outside label is the judge's; the others share what remains.
        """
        outside = int(self.outside)
        mixed, nearest = self.labeller.read(vectors)
        mixed = warmed(mixed, float(self.temperature))
        near = nearness(nearest, outside)
        judged = self.judge.outside(evidence(mixed, near, outside))
        mixed[:, outside] = 0
        mixed *= ((1 - judged) / mixed.sum(axis=1))[:, None]
        mixed[:, outside] = judged
        return mixed
