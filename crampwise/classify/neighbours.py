"""What the nearest training phrases say: their labels, and how near they are at all.

Likeness is the cosine of vectors. Those of many phrases are turned onto their main axes (PCA),
which keeps the search small; the longest axes, which mostly hold how long and of what subject a
message is, are shortened. Few phrases span too little for that: a strange message, turned onto
their axes, would look like them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from crampwise.classify.rows import unit

AXES = 128  # with 256 no more questions are understood, and each takes 5 ms longer
FEW = 2000  # phrases, up to which vectors stay as they are
SAMPLE = 4000  # phrases by which the axes are found: more take time and change nothing
SHORTENING = 0.25  # power of its variance by which an axis is divided; 0.5 makes all alike
NEAREST = 25
WIDTH = 0.07  # likeness over which a neighbour's say falls to 1/e


@dataclass(frozen=True)
class Neighbours:
    """The training phrases; every field is an array."""

    axes: np.ndarray  # float32 (width, axes)
    phrases: np.ndarray  # float32 (phrases, axes), unit length
    targets: np.ndarray  # int32 (phrases,): the number of each phrase's label

    @classmethod
    def of(cls, vectors: np.ndarray, targets: np.ndarray, axes: np.ndarray) -> Neighbours:
        """Keeps centred vectors (phrases, width) by the numbers of their labels."""
        return cls(axes, unit(vectors @ axes), targets.astype(np.int32))

    def likeness(self, vectors: np.ndarray) -> np.ndarray:
        """Likeness, (rows, phrases) up to 1, of centred vectors (rows, width)."""
        return np.asarray(unit(vectors @ self.axes) @ self.phrases.T)

    def say(self, likeness: np.ndarray, count: int) -> np.ndarray:
        """Probabilities, (rows, count), of the labels by the nearest phrases."""
        nearest = min(NEAREST, likeness.shape[1])
        found = np.argpartition(-likeness, nearest - 1, axis=1)[:, :nearest]
        say = np.zeros((len(likeness), count))
        for row, columns in enumerate(found):
            near = likeness[row, columns]
            share = np.exp((near - near.max()) / WIDTH)
            np.add.at(say[row], self.targets[columns], share / share.sum())
        return say


def main_axes(centred: np.ndarray) -> np.ndarray:
    """The axes, float32 (width, AXES), along which the rows (phrases, width) differ most.

    All axes as they are, (width, width), where the rows are few.
    """
    if len(centred) <= FEW:
        return np.eye(centred.shape[1], dtype=np.float32)
    from sklearn.decomposition import PCA

    rows = np.random.default_rng(0).permutation(len(centred))[:SAMPLE]
    count = min(AXES, centred.shape[1])
    found = PCA(count, svd_solver="randomized", random_state=0).fit(centred[rows])
    axes = found.components_ / found.explained_variance_[:, None] ** SHORTENING
    return np.ascontiguousarray(axes.T, np.float32)
