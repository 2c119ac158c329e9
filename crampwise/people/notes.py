"""Whether a message is a note of what somebody takes or has: "naproxen daily", "cipro 5 days"."""

from __future__ import annotations

import re
from collections.abc import Iterable

# What stands beside the names in a note: how much, how often, for how long, for what.
_HOW_MUCH = (
    r"\d+(?:[.,]\d+)?(?:\s?(?:mg|mcg|micrograms?|units?|x))?|one|two|three|half|low dose|high dose|"
    r"tablets?|pills?|patch(?:es)?|drops?"
)
_HOW_OFTEN = (
    r"daily|weekly|monthly|nightly|once|twice|times|every|each|"
    r"a day|a week|per day|per week|day|week|"
    r"month|mornings?|evenings?|nights?|(?:on )?(?:mon|sun|satur)days?|in the|at|before bed|od|bd|"
    r"regularly|lots|a lot|(?:at )?\d{1,2} ?[ap]m"
)
_HOW_LONG = (
    r"(?:for |since |about )?(?:\d+|a few|many|some|two|three|last|this)? ?(?:days?|weeks?|months?|"
    r"years?|ages|spring|summer|autumn|winter)|long[- ]term|lately|recently|since \d{4}|for life"
)
_NOTE = re.compile(rf"\b(?:{_HOW_LONG}|{_HOW_MUCH}|{_HOW_OFTEN})\b", re.IGNORECASE)
_JOINED = re.compile(r"(?:[\W_]|\b(?:and|plus|with|also|oh|btw|the)\b)*", re.IGNORECASE)


def in_notes(text: str, names: Iterable[tuple[int, int]]) -> bool:
    """Whether `text` holds the names at these places and, besides, only how they are taken."""
    rest = text
    for start, end in names:
        rest = rest[:start] + " " * (end - start) + rest[end:]
    bare, notes = _NOTE.subn(" ", rest)
    return bool("?" not in text and notes and _JOINED.fullmatch(bare))
