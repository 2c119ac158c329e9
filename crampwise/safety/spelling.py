"""Mends misspelt words of the lexicon, leaving ordinary words alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from rapidfuzz.distance import OSA

SHORTEST = 5  # letters; shorter words are too near to too many others
LONG = 8  # letters from which two mistakes are forgiven
CACHE = 20_000


class Speller:
    """Finds the word of `known` that a misspelt word means; `ordinary` words mean themselves."""

    def __init__(self, known: Collection[str], ordinary: Collection[str]) -> None:
        self._kept = {*known, *ordinary}
        self._near: dict[str, list[str]] = defaultdict(list)
        for word in sorted(known):
            if len(word) >= SHORTEST and word.isalpha():
                self._near[word[0]].append(word)
        self._mended: dict[str, str] = {}

    def mend(self, word: str) -> str:
        """`word`, or the known word of which it is a misspelling."""
        if word in self._kept or len(word) < SHORTEST or not word.isalpha():
            return word
        mended = self._mended.get(word)
        if mended is None:
            if len(self._mended) >= CACHE:
                self._mended.clear()
            mended = self._mended[word] = self._nearest(word)
        return mended

    def _nearest(self, word: str) -> str:
        if _stem(word) in self._kept:
            return word
        best, least = word, (LONG, 0)
        for first in {word[0], word[1]}:  # the first letter is seldom wrong but often swapped
            for known in self._near.get(first, ()):
                allowed = 2 if len(known) >= LONG else 1
                if abs(len(known) - len(word)) > allowed:
                    continue
                distance = OSA.distance(word, known, score_cutoff=allowed)
                rank = (distance, -_alike(word, known))
                if distance <= allowed and rank < least:
                    best, least = known, rank
        return best


def _alike(word: str, known: str) -> int:
    """With how many same letters two words begin."""
    for number, (one, other) in enumerate(zip(word, known)):
        if one != other:
            return number
    return min(len(word), len(known))


def _stem(word: str) -> str:
    """`word` without a plural or verb ending, so that "smells" is as ordinary as "smell"."""
    for ending in ("ing", "es", "ed", "er", "s", "d"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
