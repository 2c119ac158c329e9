""" "The second one": the button that a person picks in words."""

from __future__ import annotations

import json
import re
from typing import Any

from rasa_sdk import Tracker

from crampwise.answers.types import Question
from crampwise.knowledge.shared import knowledge

MAX_WORDS = 6  # a longer message speaks of something else
_PLACES = (
    (0, r"1|1st|one|first|top"),
    (1, r"2|2nd|two|second|other"),
    (2, r"3|3rd|three|third"),
    (-1, r"last|bottom"),
)
_THINGS = r"(?:one|option|button|question|choice|suggestion|link)"
_ORDINAL = tuple(
    (
        place,
        re.compile(
            rf"\bthe (?:{words}) {_THINGS}\b|\b(?:number|option|no\.?|button|question) "
            rf"(?:{words})\b"
            rf"|^(?:the )?(?:{words})(?: one| please)*[.!?]*$",
            re.IGNORECASE,
        ),
    )
    for place, words in _PLACES
)
_PAYLOAD = re.compile(r"/(?P<intent>\w+)(?P<entities>\{.*\})?")


def chosen(text: str, tracker: Tracker) -> Question | None:
    """The question behind the button that `text` picks; None when it picks none."""
    payload = picked_button(text, tracker)
    return behind(payload) if payload else None


def picked_button(text: str, tracker: Tracker) -> str | None:
    """The payload of the button that `text` picks by its place; None when it picks none."""
    plain = re.sub(
        r"^(?:and|what about|how about|tell me about|no|yes),? ", "", text.lower().strip()
    )
    if len(plain.split()) > MAX_WORDS:
        return None
    place = next((place for place, pattern in _ORDINAL if pattern.search(plain)), None)
    if place is None:
        return None
    offered = buttons(tracker)
    if not -1 <= place < len(offered) or not offered:
        return None
    return str(offered[place].get("payload"))


def buttons(tracker: Tracker) -> list[dict[str, Any]]:
    """The buttons under the bot's last message that had any."""
    for event in reversed(tracker.events):
        found = (event.get("data") or {}).get("buttons") if event.get("event") == "bot" else None
        if found:
            return list(found)
    return []


def buttons_of_last(tracker: Tracker) -> list[dict[str, Any]]:
    """The buttons under the last thing the bot said; empty where it had none."""
    said = next((e for e in reversed(tracker.events) if e.get("event") == "bot"), None)
    return list((said.get("data") or {}).get("buttons") or ()) if said else []


def behind(payload: str) -> Question | None:
    """What a button's payload asks; None for one that is no question of the knowledge base."""
    match = _PAYLOAD.fullmatch(payload)
    if match is None:
        return None
    answerable = {topic.intent for topic in knowledge().topics.values()}
    if match["intent"] not in answerable:
        return None
    entities = json.loads(match["entities"] or "{}")
    return Question(match["intent"], entities={name: (value,) for name, value in entities.items()})
