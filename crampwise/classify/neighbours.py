"""What the nearest training phrases say: their labels, and how near they are at all.

Likeness is the cosine of vectors. Those of many phrases are turned onto their main axes (PCA),
which keeps the search small; the longest axes, which mostly hold how long and of what subject a
message is, are shortened. Few phrases span too little for that: a strange message, turned onto
their axes, would look like them.

Of many phrases only those on a shortlist, made by the first axes alone, are compared on all: what a
search costs is reading the phrases from memory.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from crampwise.classify.rows import unit

AXES = 256  # with 128 no fewer questions are understood, but more danger is missed
FEW = 2000  # phrases, up to which vectors stay as they are
SAMPLE = 2500  # phrases by which the axes are found: more take time and change nothing
SHORTENING = 0.25  # power of its variance by which an axis is divided; 0.5 makes all alike
SHORT_AXES = 48  # by which the shortlist is made
SHORTLIST = 600
CHUNK = 32  # messages whose shortlists are compared at once
NEAREST = 15
WIDTH = 0.07  # likeness over which a neighbour's say falls to 1/e


@dataclass(frozen=True)
class Near:
    """The phrases most like each of some messages, the likest first."""

    likeness: np.ndarray  # float32 (rows, near), up to 1
    targets: np.ndarray  # int32 (rows, near): the numbers of their labels

    def say(self, count: int) -> np.ndarray:
        """Probabilities, (rows, count), of the labels by the nearest of them."""
        likeness, targets = self.likeness[:, :NEAREST], self.targets[:, :NEAREST]
        share = np.exp((likeness - likeness[:, :1]) / WIDTH)
        say = np.zeros((len(likeness), count))
        rows = np.broadcast_to(np.arange(len(say))[:, None], targets.shape)
        np.add.at(say, (rows, targets), share / share.sum(axis=1, keepdims=True))
        return say


@dataclass(frozen=True)
class Neighbours:
    """The training phrases; every field is an array."""

    axes: np.ndarray  # float32 (width, axes), the longest first
    first: np.ndarray  # float32 (short axes, phrases): the first axes of `phrases`
    phrases: np.ndarray  # float32 (phrases, axes), unit length
    targets: np.ndarray  # int32 (phrases,): the number of each phrase's label

    @classmethod
    def of(cls, vectors: np.ndarray, targets: np.ndarray, axes: np.ndarray) -> Neighbours:
        """Keeps centred vectors (phrases, width) by the numbers of their labels."""
        phrases = unit(vectors @ axes)
        first = np.ascontiguousarray(phrases[:, :SHORT_AXES].T)
        return cls(axes, first, phrases, targets.astype(np.int32))

    def near(self, vectors: np.ndarray) -> Near:
        """The phrases nearest to centred vectors (rows, width): a shortlist, or all when few."""
        turned = unit(vectors @ self.axes)
        parts = [self._near(turned[at : at + CHUNK]) for at in range(0, len(turned), CHUNK)]
        columns = np.vstack([columns for columns, _ in parts])
        return Near(np.vstack([likeness for _, likeness in parts]), self.targets[columns])

    def _near(self, turned: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        if len(self.phrases) <= FEW:
            likeness = turned @ self.phrases.T
            columns = np.argsort(-likeness, axis=1)
        else:
            rough = turned[:, :SHORT_AXES] @ self.first
            listed = np.argpartition(rough, -SHORTLIST, axis=1)[:, -SHORTLIST:]
            likeness = np.einsum("ra,rla->rl", turned, self.phrases[listed])
            order = np.argsort(-likeness, axis=1)
            return np.take_along_axis(listed, order, 1), np.take_along_axis(likeness, order, 1)
        return columns, np.take_along_axis(likeness, columns, 1)


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
