"""Mends misspelt ordinary words, knowing only the words of the training phrases.

A word that the encoder's vocabulary holds whole is left alone. Any other is replaced by the nearest
word of the phrases (optimal string alignment: swapped letters count once), the commoner first; or,
when it is two such words run together, it is cut.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

_WORD = re.compile(r"[a-z][a-z']+")
MIN_COUNT = 2  # how often the phrases must hold an ordinary word for it to be a model of spelling
MIN_COUNT_UNKNOWN = 5  # the same for a word the encoder does not hold whole, as "cramp"
SLIP_RATIO = 8  # a word this many times rarer than its near double is a slip of it ("potasium")
MIN_LETTERS = 4  # shorter unknown words are left as they are
TWO_ERRORS_FROM = 7  # letters from which a word may differ in two places
MIN_PART = 3  # letters of each half of a word cut in two
CANDIDATES = 5


class Speller:
    """Mends words by `counts`, how often each right word is used; `is_ordinary` exempts words."""

    def __init__(self, counts: dict[str, int], is_ordinary: Callable[[str], bool]) -> None:
        self.counts = counts
        self._is_ordinary = is_ordinary
        self._words = list(counts)
        self._mended = lru_cache(maxsize=4096)(self._mend_word)

    def mend(self, text: str) -> str:
        """`text` (lower case) with its misspelt words replaced."""
        return _WORD.sub(lambda match: self._mended(match[0]), text)

    def _mend_word(self, word: str) -> str:
        if len(word) < MIN_LETTERS or word in self.counts or self._is_ordinary(word):
            return word
        errors = 2 if len(word) >= TWO_ERRORS_FROM else 1
        near = process.extract(
            word, self._words, scorer=OSA.distance, score_cutoff=errors, limit=CANDIDATES
        )
        if near:
            return str(min(near, key=lambda found: self._cost(word, found[0], found[1]))[0])
        return self._cut(word)

    def _cost(self, word: str, candidate: str, distance: float) -> tuple[float, int]:
        # People seldom get the first letter wrong.
        return distance + 0.5 * (candidate[0] != word[0]), -self.counts[candidate]

    def _cut(self, word: str) -> str:
        cuts = [
            (word[:place], word[place:])
            for place in range(MIN_PART, len(word) - MIN_PART + 1)
            if word[:place] in self.counts and word[place:] in self.counts
        ]
        if not cuts:
            return word
        return " ".join(max(cuts, key=lambda cut: min(self.counts[part] for part in cut)))


def lexicon(texts: Iterable[str], is_ordinary: Callable[[str], bool]) -> dict[str, int]:
    """The words of `texts` fit to be models of spelling, with how often each is used."""
    counts = Counter(word for text in texts for word in _WORD.findall(text))
    kept = {
        word: count
        for word, count in counts.items()
        if len(word) >= MIN_PART
        and count >= (MIN_COUNT if is_ordinary(word) else MIN_COUNT_UNKNOWN)
    }
    return {
        word: count
        for word, count in kept.items()
        if is_ordinary(word) or not _is_common_slip(word, count, kept)
    }


def _is_common_slip(word: str, count: int, counts: dict[str, int]) -> bool:
    """Whether a frequent unknown word is a misspelling of a far more frequent one."""
    near = process.extract(
        word, list(counts), scorer=OSA.distance, score_cutoff=1, limit=CANDIDATES
    )
    return any(counts[other] >= SLIP_RATIO * count for other, _, _ in near)
