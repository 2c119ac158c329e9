"""Symbols and single letters: "K", "mg", the D of "D or magnesium". Their company tells them apart
from other words: "mg" from milligrams, "na" from no, "d" from the.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Generic, TypeVar

from crampwise.entities.tokens import Token

T = TypeVar("T")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# A symbol typed in lower case ("k levels", "k and mg") is one only beside these words.
NEIGHBOURS = _set(
    "level levels deficiency deficient deficit and or vs versus low high lack supplement"
    " supplements tablets tabs pills rich foods test blood intake"
)
JOINERS = _set("and or vs versus with plus n nor then")
_JOINT = re.compile(r"\s*[,/+&]\s*")
LIST = 3  # symbols in a row that need no other company: "k, ca and na"
# Before or behind a single letter, as in "low D", "short of d", "d levels".
LETTER_BEFORE = _set("low lower lowish lack lacking enough more less extra vit vits")
LETTER_BEFORE_CAPITAL = _set("take taking took much need needs some my enough any")
LETTER_BEFORE_OF = _set(
    "low lower lack short rich high level levels deficient shortage deficiency fortified source"
    " sources enough foods deficit lots plenty"
)
OF = _set("of in on with for")
LETTER_BEHIND = _set(
    "level levels deficiency deficient deficit tablets tabs pills supplement supplements drops"
    " intake result results"
)
# Symbols that also open a message as "okay" and "no": "K thanks", "Na, I'm fine".
OPENERS = _set("k na")
MILLIGRAMS = "mg"
UNITS = _set("mg mcg ug iu gram grams milligram milligrams microgram micrograms g unit units dl")
# "highest in mg" means the mineral, "the dose in mg" the unit.
RICH_IN = _set("high higher highest low lower lowest rich richest up deficient lacking short")
UNIT_BEHIND = _set("of per each daily strength wise")
UNIT_BEFORE = _set("many what the per hundred thousand fifty elemental which")


class Symbols(Generic[T]):
    """Finds symbols (`exact`, as written) and `letters` among the words of a message."""

    def __init__(self, exact: Mapping[str, T], letters: Mapping[str, T]) -> None:
        self._exact = exact
        self._lower = {symbol.lower(): name for symbol, name in exact.items()}
        self._letters = letters

    def find(
        self, text: str, words: list[Token], taken: Collection[int], nutrients: Collection[int]
    ) -> dict[int, T]:
        """What each symbol stands for, by the place of its word. `nutrients` are the places of
        nutrients already found, which vouch for a symbol joined to them."""
        found: dict[int, T] = {}
        vouching = set(nutrients)
        while True:
            new = {
                place: name
                for place in range(len(words))
                if place not in taken and place not in found
                for name in [self._meaning(text, words, place, vouching)]
                if name is not None
            }
            if not new:
                return found
            found |= new
            vouching |= set(new)

    def _meaning(self, text: str, words: list[Token], place: int, vouching: set[int]) -> T | None:
        token = words[place]
        joined = any(other in vouching for other in _joined(text, words, place))
        if token.word in self._lower:
            if _is_unit(text, words, place, vouching):
                return None
            if (
                (token.text in self._exact and not _is_opener(words, place))
                # With another nutrient named, a stray "mg" is its amount: "vitamin C daily mg".
                or (token.word == MILLIGRAMS and not vouching)
                or joined
                or _beside(words, place) & NEIGHBOURS
                or self._is_in_list(text, words, place)
            ):
                return self._exact.get(token.text, self._lower[token.word])
        elif token.word in self._letters and (joined or _is_letter(words, place)):
            return self._letters[token.word]
        return None

    def _is_in_list(self, text: str, words: list[Token], place: int) -> bool:
        line, edge = {place}, [place]
        while edge:
            for other in _joined(text, words, edge.pop()):
                if other not in line and words[other].word in self._lower:
                    line.add(other)
                    edge.append(other)
        return len(line) >= LIST


def _is_unit(text: str, words: list[Token], place: int, nutrients: Collection[int]) -> bool:
    """Whether "mg" is milligrams."""
    if words[place].word != MILLIGRAMS:
        return False
    if place and "," in text[words[place - 1].end : words[place].start]:
        return False  # "K 3.5, Mg 0.68"
    if place + 1 in nutrients and place + 1 not in _joined(text, words, place):
        return True  # "how much mg potassium"
    before = [word.word for word in words[max(0, place - 2) : place]]
    behind = [word.word for word in words[place + 1 : place + 3]]
    if (behind[:1] and behind[0] in UNIT_BEHIND) or UNITS & {*before, *behind}:
        return True
    if not before:
        return False
    return (
        before[-1][-1].isdigit()
        or before[-1] in UNIT_BEFORE
        or (before[-1] == "in" and not RICH_IN & {*before})
    )


def _is_opener(words: list[Token], place: int) -> bool:
    """Whether a symbol may be yes or no: it stands first, and other words follow it, no figure."""
    if place or words[0].word not in OPENERS or len(words) == 1:
        return False
    return not words[1].word[0].isdigit()


def _is_letter(words: list[Token], place: int) -> bool:
    before = [word.word for word in words[max(0, place - 2) : place]]
    behind = words[place + 1].word if place + 1 < len(words) else ""
    if behind in LETTER_BEHIND:
        return True
    if not before:
        return False
    capital = words[place].text.isupper()
    return (
        before[-1] in LETTER_BEFORE
        or (capital and before[-1] in LETTER_BEFORE_CAPITAL)
        or (before[-1] in OF and before[0] in LETTER_BEFORE_OF)
    )


def _beside(words: list[Token], place: int) -> set[str]:
    return {word.word for word in words[max(0, place - 1) : place + 2]} - {words[place].word}


def _joined(text: str, words: list[Token], place: int) -> list[int]:
    """The places of the words that stand in a row with this one: "k, ca", "D or magnesium"."""
    places = []
    for step in (-1, 1):
        near = place + step
        if not 0 <= near < len(words):
            continue
        first, second = sorted((near, place))
        if _JOINT.fullmatch(text[words[first].end : words[second].start]):
            places.append(near)
        if words[near].word in JOINERS and 0 <= near + step < len(words):
            places.append(near + step)
    return places
