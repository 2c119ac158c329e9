"""Whether a stage of life is told of the past: "had fits as a kid", "when she was a teenager"."""

from __future__ import annotations

import re

_YOUNG = r"(?:(?:my|his|her|their|a|an|the|very|young|small|little|early|late)\s+)*"
# "As a teenager I cramp" is of today, so that what happened must be told of.
_ONCE = re.compile(
    r"\b(?:had|was|were|did|got|took|used to|suffered|diagnosed|\w{3,}ed)\b[^.?!;]*"
    rf"\b(?:as|in)\s+{_YOUNG}$",
    re.IGNORECASE,
)
_WHEN = re.compile(
    rf"\b(?:when|since|while) (?:i|he|she|they|we) (?:was|were)\s+(?:in\s+)?{_YOUNG}$"
    rf"|\bsince being\s+{_YOUNG}$",
    re.IGNORECASE,
)
_AS = re.compile(rf"\bas\s+{_YOUNG}$", re.IGNORECASE)
_NOW = re.compile(r"\w+\W+(?:(?:but|and) )?(?:now|today|these days)\b", re.IGNORECASE)


def is_past(text: str, start: int) -> bool:
    """Whether the stage of life named at `start` is one that the person has behind them."""
    before = text[:start]
    since = _AS.search(before) and _NOW.match(text[start:])  # "asthma as a kid, now COPD"
    return bool(since or _ONCE.search(before) or _WHEN.search(before))
