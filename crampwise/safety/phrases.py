"""The small language in which the words of `red_flag_words.yml` are written.

    can not feel <leg>      a run of words; `<leg>` is any phrase of the group `leg`
    swollen/puffy           either word
    swell*                  a word beginning so
    chest ... breathe       up to four words may stand between
    10-999 minutes          a number from 10 to 999

Words such as "my" or "really" may always stand between, so "my/his/her" in a phrase is optional.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Union

from crampwise.safety.wordset import wordset
from crampwise.text.normalise import normalise

_WORD = re.compile(r"[a-z0-9]+")
_PREFIX = re.compile(r"[a-z]{3,}\*")
_GROUP = re.compile(r"<([a-z_]+)>")
_RANGE = re.compile(r"(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)")
SKIPPED = wordset("my his her their our your the a an")


@dataclass(frozen=True)
class Literal:
    """One word out of `words`, or one that begins with one of `stems`."""

    words: frozenset[str]
    stems: tuple[str, ...] = ()

    def fits(self, word: str) -> bool:
        return word in self.words or (bool(self.stems) and word.startswith(self.stems))


@dataclass(frozen=True)
class Number:
    """A number within bounds."""

    least: float
    most: float


@dataclass(frozen=True)
class Group:
    """Any phrase of another group of words."""

    name: str


@dataclass(frozen=True)
class Gap:
    """Up to four words of any kind."""


Element = Union[Literal, Number, Group, Gap]
Phrase = tuple[Element, ...]


def parse(text: str) -> Phrase:
    """The elements of a phrase. Raises ValueError with a reason for its writer."""
    written = text.split()
    elements = tuple(
        _element(part)
        for part in written
        if len(written) == 1 or not SKIPPED.issuperset(part.split("/"))
    )
    if not elements:
        raise ValueError("is empty")
    if isinstance(elements[0], Gap) or isinstance(elements[-1], Gap):
        raise ValueError(f"'{text}' begins or ends with '...'")
    return elements


def words_of(phrase: Phrase) -> set[str]:
    """The words and stems a phrase is spelt with."""
    found: set[str] = set()
    for element in phrase:
        if isinstance(element, Literal):
            found |= {*element.words, *element.stems}
    return found


def _element(part: str) -> Element:
    if part == "...":
        return Gap()
    if match := _GROUP.fullmatch(part):
        return Group(match[1])
    if match := _RANGE.fullmatch(part):
        return Number(float(match[1]), float(match[2]))
    words: set[str] = set()
    stems: list[str] = []
    for choice in part.split("/"):
        if _PREFIX.fullmatch(choice):
            stems.append(choice[:-1])
        elif _WORD.fullmatch(choice):
            words |= {choice, *_as_read(choice)}
        else:
            raise ValueError(
                f"'{part}' is neither a word (lower-case letters), 'word*', a '<group>', '...' "
                "nor a number such as 10-60"
            )
    return Literal(frozenset(words), tuple(stems))


def _as_read(word: str) -> set[str]:
    """The word that messages hold in place of `word` once they are normalised."""
    read = normalise(word)
    return {read} if len(read) > 2 and _WORD.fullmatch(read) else set()
