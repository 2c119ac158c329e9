"""The newest message of a tracker, in the core's own shapes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rasa_sdk import Tracker

from crampwise.answers.types import Question, Reading
from crampwise.entities import Found
from crampwise.knowledge.shared import knowledge
from crampwise.people.borrowing import borrowed
from crampwise.safety import FLAG

READINGS = 5  # how many of the likeliest intents are kept to be offered
MIN_READING = 0.05  # probability below which an intent is not worth offering


def text_of(tracker: Tracker) -> str:
    """What the person wrote."""
    return str(tracker.latest_message.get("text") or "")


def is_button(tracker: Tracker) -> bool:
    """Whether the newest message is a button that was tapped."""
    return text_of(tracker).startswith("/")


def alone(tracker: Tracker) -> Question:
    """The newest message as a question, read by itself and of nobody in particular."""
    message = tracker.latest_message
    entities = _entities(message.get("entities") or ())
    intent = message.get("intent") or {}
    return Question(
        intent=str(intent.get("name") or "out_of_scope"),
        confidence=float(intent.get("confidence") or 0.0),
        entities=entities,
        readings=_readings(message.get("intent_ranking") or ()),
        red_flag=next((str(flag) for flag in entities.get(FLAG, ())), None),
        borrowed=borrowed(text_of(tracker), mentions(tracker)),
    )


def mentions(tracker: Tracker) -> list[Found]:
    """The recognised names with their places; those of a button have none and stand at the end."""
    found = []
    for item in tracker.latest_message.get("entities") or ():
        start, end = item.get("start"), item.get("end")
        if not isinstance(start, int) or not isinstance(end, int):
            start = end = len(text_of(tracker))
        found.append(Found(str(item["entity"]), item["value"], start, end))
    return found


def medicines_just_told(tracker: Tracker) -> tuple[str, ...]:
    """The medicines named in the message before the newest, where that only told of somebody."""
    said = [event for event in tracker.events if event.get("event") == "user"]
    if len(said) < 2:
        return ()
    parsed = said[-2].get("parse_data") or {}
    if (parsed.get("intent") or {}).get("name") != "tell_profile":
        return ()
    named = _entities(parsed.get("entities") or ()).get("medicine", ())
    return tuple(map(str, named))


def without_names(tracker: Tracker) -> str:
    """The message without the words that were recognised as names."""
    text = text_of(tracker)
    for found in mentions(tracker):
        text = text[: found.start] + " " * (found.end - found.start) + text[found.end :]
    return text


def _entities(found: Iterable[dict[str, Any]]) -> dict[str, tuple[Any, ...]]:
    entities: dict[str, tuple[Any, ...]] = {}
    for item in found:
        name = str(item["entity"])
        entities[name] = (*entities.get(name, ()), item["value"])
    return entities


def _readings(ranking: Iterable[dict[str, Any]]) -> tuple[Reading, ...]:
    answerable = {topic.intent for topic in knowledge().topics.values()}
    found = [
        Reading(str(item["name"]), float(item["confidence"]))
        for item in ranking
        if item["name"] in answerable and item["confidence"] >= MIN_READING
    ]
    return tuple(found[:READINGS])
