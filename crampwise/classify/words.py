"""Two kinds of text told apart by their words and pairs of words.

Sentence vectors blur what a single word decides ("checked", "never", "since"); this regression sees
nothing else. Words need no list: each counts in the bucket its checksum points to (the hashing
trick, Weinberger et al. 2009), which costs nothing as long as most buckets are empty.

A denied word is another word than the word told (Das and Chen 2001): "no swelling" and "swelling"
have nothing in common, but "no swelling" and "not swollen" often stand in the same texts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from zlib import crc32

import numpy as np

BUCKETS = 2**18
STRENGTH = 40.0  # how far a single word may go (the inverse of the penalty on large weights)
DENIED = 3  # words over which a denial carries, up to a stop or a "but"
_STOP = re.compile(r"[^\w\s']+")
_WORD = re.compile(r"[\w']+")
_DENIALS = frozenset(
    ["no", "not", "never", "none", "neither", "nor", "without", "nothing", "cannot", "hardly"]
)
_TURNS = frozenset(
    [
        "but",
        "though",
        "although",
        "however",
        "except",
        "just",
        "only",
        "because",
        "so",
        "until",
        "yet",
    ]
)


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
    words = _told_or_denied(text)
    pairs = [f"{first} {second}" for first, second in pairwise(words)]
    return np.array(sorted({crc32(each.encode()) % BUCKETS for each in (*words, *pairs)}), np.int64)


def _told_or_denied(text: str) -> list[str]:
    """The words of a text, the denied ones marked."""
    words = []
    for clause in _STOP.split(text.lower()):
        left = 0
        for word in _WORD.findall(clause):
            left = 0 if word in _TURNS else left
            words.append(f"!{word}" if left > 0 else word)
            left = DENIED if word in _DENIALS else left - 1
    return words


def _share(found: np.ndarray) -> float:
    """How much each bucket of a text counts: a text of many words is not surer for that."""
    return 1 / max(len(found), 1) ** 0.5
