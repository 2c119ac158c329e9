"""Words of a message with their places in it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# A strength behind a name is a word of its own: "Shelcal-500", "ramipril10".
_TOKEN = re.compile(r"[^\W\d_]{4,}(?=-?\d{2})|[^\W_]+(?:['’.-][^\W_]+)*", re.UNICODE)


@dataclass(frozen=True)
class Token:
    """A word as typed (`text`), as compared (`word`: lower case, plain letters), and its place."""

    text: str
    word: str
    start: int
    end: int


def plain(text: str) -> str:
    """`text` in lower case, without accents, with plain apostrophes."""
    folded = unicodedata.normalize("NFKD", text.replace("’", "'")).lower()
    return "".join(character for character in folded if not unicodedata.combining(character))


def tokens(text: str) -> list[Token]:
    """The words of `text`; "b-12" and "don't" are one word each."""
    return [
        Token(match[0], plain(match[0]), match.start(), match.end())
        for match in _TOKEN.finditer(text)
    ]
