"""Whether a message is a note of what somebody takes or has: "naproxen daily", "cipro 5 days"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from crampwise.entities import Found

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
    r"(?:for |since |about )?(?:\d+|a few|many|some|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|fifteen|twenty|thirty|last|this)? ?(?:days?|weeks?|months?|"
    r"years?|ages|spring|summer|autumn|winter)|long[- ]term|lately|recently|"
    r"(?:since |in |from )?(?:19|20)\d{2}|for life"
)
_NOTE = re.compile(rf"\b(?:{_HOW_LONG}|{_HOW_MUCH}|{_HOW_OFTEN})\b", re.IGNORECASE)
_JOINED = re.compile(r"(?:[\W_]|\b(?:and|plus|with|also|oh|btw|the|now)\b)*", re.IGNORECASE)

# What a message holds that looks something up rather than tells: "warfarin side effects".
_LOOKS_UP = re.compile(
    r"\?|\b(?:what|which|how|why|does|do|can|could|should|is|are|side effects?|effects?|"
    r"interact\w*|caus\w+|deficien\w+|link\w*|risks?|stud(?:y|ies)|evidence|vs|versus|tell me|"
    r"explain|info|information|muscles?|pains?|aches?|sore\w*|alcohol|dose|safe\w*|about|meaning|people|anyone|someone|patients|if)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"^\W*(?:and|or|but|with)\b", re.IGNORECASE)
_WHO = frozenset({"age", "sex", "life_stage"})  # beside these an illness may be another's
# Beside these it may be what is asked about: "statins and muscle pain".
_ASKED_WITH = frozenset({"nutrient", "food", "remedy", "symptom", "other_nutrient", "danger"})


def tells_plainly(text: str, mentions: Sequence[Found]) -> bool:
    """Whether `text` names a medicine or an illness and asks nothing: "fosavance on Fridays"."""
    kinds, rest = {found.entity for found in mentions}, text
    for found in mentions:
        rest = rest[: found.start] + " " * (found.end - found.start) + rest[found.end :]
    ill = "condition" in kinds and not kinds & _WHO
    tells = ("medicine" in kinds or ill) and not kinds & _ASKED_WITH and not _GOES_ON.match(text)
    return tells and bool(rest.strip(" .,!")) and not _LOOKS_UP.search(rest)


def in_notes(text: str, names: Iterable[tuple[int, int]]) -> bool:
    """Whether `text` holds the names at these places and, besides, only how they are taken."""
    rest = text
    for start, end in names:
        rest = rest[:start] + " " * (end - start) + rest[end:]
    bare, notes = _NOTE.subn(" ", rest)
    return bool("?" not in text and notes and _JOINED.fullmatch(bare))
