"""Words by which is heard what a person asks or wishes, as a file lists them.

erase             the word
erase*            every word that begins so
delete/wipe all   "delete all" or "wipe all"
stop ... keep*    with any words between
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

_PHRASE = re.compile(r"[a-z'*/]+(?: (?:\.\.\.|[a-z'*/]+))*")


class Phrases:
    """A list of such words, made a pattern when it is read."""

    def __init__(self, *phrases: str) -> None:
        either = "|".join(map(_pattern, phrases)) or "(?!)"
        self._pattern = re.compile(rf"\b(?:{either})\b", re.IGNORECASE)

    def in_text(self, text: str) -> bool:
        """Whether one of them stands in `text`."""
        return bool(self._pattern.search(text))

    @classmethod
    def __get_validators__(cls) -> Iterator[Callable[[Any], Phrases]]:
        yield cls._read

    @classmethod
    def _read(cls, written: Any) -> Phrases:
        if not isinstance(written, list) or not written:
            raise ValueError("must be a list of words, and name at least one")
        for phrase in written:
            if not isinstance(phrase, str) or not _PHRASE.fullmatch(phrase):
                raise ValueError(f"holds {phrase!r}; write words in small letters")
        return cls(*written)


def _pattern(phrase: str) -> str:
    words = phrase.split()
    parts = (r"(?:\w+ )*" if word == "..." else f"(?:{_either(word)}) " for word in words)
    return "".join(parts).removesuffix(" ")


def _either(word: str) -> str:
    return "|".join(re.escape(part).replace(r"\*", r"\w*") for part in word.split("/"))
