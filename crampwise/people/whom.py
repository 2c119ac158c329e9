"""Whom a message is on: who is to take something, and who was meant wrongly."""

from __future__ import annotations

import re
from itertools import pairwise

from crampwise.people.clauses import clause
from crampwise.people.words import SELF, Marker

_MAY = re.compile(r"\b(?:can|could|should|may|might|shall)\s+$", re.IGNORECASE)
_GIVE = re.compile(
    r"\b(?:can|could|should|may|shall|do) (?:i|we) (?:safely )?(?:give|offer|feed)\s+$",
    re.IGNORECASE,
)
_HAVE = re.compile(r"\s+(?:have|take|try|use|eat|drink|start)\b", re.IGNORECASE)
# "Which dose should I buy myself", "ok for me too?": whoever else is spoken of with it.
_FOR_ME = re.compile(
    r"(?<!not )(?<!n't )(?<!by )(?<!asked )\b(?:for me|myself)\b(?! to (?:give|buy|order))",
    re.IGNORECASE,
)
_THIS_FOR_ME = re.compile(
    r"\b(?:this|that|it)(?: one)?(?:'s|s| is)(?: just)? for (?:me|myself)\b|\basking for myself\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\?|\b(?:which|what|how|why|can|could|should|may|shall|is|are|ok|okay|buy|order|and|but)\b",
    re.IGNORECASE,
)
_FOR_THEM = re.compile(
    r"\b(?:for|with|give|giving|can|could|should|may|is|does|what about|how about) "
    r"(?:s?he|her|him|my|our|the|mum|dad)\b",
    re.IGNORECASE,
)
# "Not my husband, my dad": before the one, and between the two.
NOT = re.compile(r"\bnot\s+$", re.IGNORECASE)
_BUT = re.compile(
    r"[\s,.;:-]*(?:but|it's|its|it is|i mean|i meant|for|sorry)?[\s,]*", re.IGNORECASE
)


def taker(text: str, markers: list[Marker]) -> str | None:
    """Who is to take something: "can she have my tablets", "can I give her mine"."""
    for marker in markers:
        before, after = text[: marker.start], text[marker.end :]
        taken = _MAY.search(before) and _HAVE.match(after)
        if marker.person != SELF and (taken or _GIVE.search(before)):
            return marker.person
    if any(marker.person == SELF for marker in markers) and _for_me(text):
        return SELF
    return None


def _for_me(text: str) -> bool:
    """Whether the question is on whoever asks, and on nobody named after that."""
    if _THIS_FOR_ME.search(text):
        return True
    for own in _FOR_ME.finditer(text):
        first, last = clause(text, *own.span())
        asks = _ASKS.search(text[first : last + 1])
        if asks and not _FOR_THEM.search(text[own.end() :]):
            return True
    return False


def instead(text: str, markers: list[Marker]) -> tuple[str, str] | None:
    """Who was meant wrongly, and who is meant; None where nobody is put right."""
    for wrong, right in pairwise(markers):
        named = NOT.search(text[: wrong.start]) and _BUT.fullmatch(text[wrong.end : right.start])
        if named and SELF not in (wrong.person, right.person) and wrong.person != right.person:
            return wrong.person, right.person
    return None
