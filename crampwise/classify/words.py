"""Two kinds of text told apart by their words and pairs of words.

Sentence vectors blur what a single word decides ("checked", "never", "since"); this regression sees
nothing else. Words need no list: each counts in the bucket its checksum points to (the hashing
trick, Weinberger et al. 2009), which costs nothing as long as most buckets are empty.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from zlib import crc32

import numpy as np

BUCKETS = 2**18
STRENGTH = 20.0  # how far a single word may go (the inverse of the penalty on large weights)
_WORD = re.compile(r"[\w']+")


@dataclass(frozen=True)
class Words:
    """A trained reader; both fields are arrays."""

    weights: np.ndarray  # float32 (BUCKETS,)
    bias: np.ndarray  # float ()

    def odds(self, texts: Sequence[str]) -> np.ndarray:
        """The log-odds, float (texts,), that each is of the kind sought."""
        return np.array([self._odds(buckets(text)) for text in texts])

    def _odds(self, found: np.ndarray) -> float:
        return float(self.weights[found].sum() * _share(found) + self.bias)


def train(texts: Sequence[str], sought: np.ndarray) -> Words:
    """A reader that tells the texts which are `sought`, bool (texts,), from the others."""
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    found = [buckets(text) for text in texts]
    ends = np.cumsum([0, *map(len, found)])
    shares = np.repeat([_share(each) for each in found], np.diff(ends))
    rows = csr_matrix((shares, np.concatenate(found), ends), (len(texts), BUCKETS))
    model = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0).fit(rows, sought)
    return Words(model.coef_[0].astype(np.float32), np.array(model.intercept_[0]))


def buckets(text: str) -> np.ndarray:
    """The buckets, int64, of the words and the pairs of neighbouring words of a text, each once."""
    words = _WORD.findall(text.lower())
    pairs = [f"{first} {second}" for first, second in pairwise(words)]
    return np.array(sorted({crc32(each.encode()) % BUCKETS for each in (*words, *pairs)}), np.int64)


def _share(found: np.ndarray) -> float:
    """How much each bucket of a text counts: a text of many words is not surer for that."""
    return 1 / max(len(found), 1) ** 0.5
