"""Cuts text that is too long for one message, at the best place there is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

# After a line, after a sentence, after a word: the first that gives pieces short enough.
_CUTS = (re.compile(r"(?<=\n)"), re.compile(r"(?<=[.!?])\s+"), re.compile(r"\s+"))


def split(text: str, limit: int, measure: Callable[[str], int] = len) -> list[str]:
    """`text` in pieces of at most `limit` by `measure`, cut between lines, sentences or words.

    Only a word that is longer than the limit is cut itself. Nothing but white space is lost.
    """
    return [piece for piece in _split(text.strip(), limit, measure, _CUTS) if piece]


def _split(
    text: str, limit: int, measure: Callable[[str], int], cuts: tuple[re.Pattern[str], ...]
) -> Iterator[str]:
    if measure(text) <= limit:
        yield text
        return
    if not cuts:
        yield from _chop(text, limit, measure)
        return
    held = ""
    for part in _parts(cuts[0], text):
        joined = held + part
        if measure(joined.strip()) <= limit:
            held = joined
            continue
        if held.strip():
            yield held.strip()
        *full, held = _split(part, limit, measure, cuts[1:])
        yield from (piece.strip() for piece in full)
    if held.strip():
        yield held.strip()


def _parts(cut: re.Pattern[str], text: str) -> Iterator[str]:
    """`text` cut after each match, the white space kept at the end of each part."""
    start = 0
    for match in cut.finditer(text):
        yield text[start : match.end()]
        start = match.end()
    yield text[start:]


def _chop(text: str, limit: int, measure: Callable[[str], int]) -> Iterator[str]:
    held = ""
    for character in text:
        if held and measure(held + character) > limit:
            yield held
            held = ""
        held += character
    yield held
