"""The newest message of a tracker, in the core's own shapes."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any

from rasa_sdk import Tracker

from crampwise.answers.types import Question, Reading
from crampwise.entities import UNNAMED, Found
from crampwise.knowledge.shared import knowledge
from crampwise.people.borrowing import borrowed
from crampwise.people.taking import takes, takes_it
from crampwise.safety import FLAG

READINGS = 5  # how many of the likeliest intents are kept to be offered
MIN_READING = 0.05  # probability below which an intent is not worth offering
LATELY = 3  # messages before the newest of which "it" and "both" may speak
AGAIN = frozenset({"repeat_shorter", "tell_me_more"})  # want what was said, and tell nothing
_PRODUCTS = ("nutrient", "remedy")


def text_of(tracker: Tracker) -> str:
    """What the person wrote."""
    return str(tracker.latest_message.get("text") or "")


def is_button(tracker: Tracker) -> bool:
    """Whether the newest message is a button that was tapped."""
    return text_of(tracker).startswith("/")


def alone(tracker: Tracker) -> Question:
    """The newest message as a question, read by itself and of nobody in particular."""
    message = tracker.latest_message
    entities = entities_of(message.get("entities") or ())
    intent = message.get("intent") or {}
    text, before = text_of(tracker), just_before(tracker)
    lately = _products(before)
    of_it = takes_it(text) and not any(name in entities for name in _PRODUCTS)
    # "One tonight won't hurt" goes on from "my mate gave me his".
    lent = of_it and "medicine" not in entities and before and _borrowed(before[-1])
    return Question(
        intent=str(intent.get("name") or "out_of_scope"),
        confidence=float(intent.get("confidence") or 0.0),
        entities=entities,
        readings=_readings(message.get("intent_ranking") or ()),
        red_flag=next((str(flag) for flag in entities.get(FLAG, ())), None),
        borrowed=borrowed(text, mentions(tracker)) or bool(lent),
        taking=takes(knowledge(), text, mentions(tracker))
        or (of_it and bool(lately or _giving(before))),
        lately=lately,
    )


def mentions(tracker: Tracker) -> list[Found]:
    """The recognised names with their places; those of a button have none and stand at the end."""
    return _mentions(tracker.latest_message)


def tellings(tracker: Tracker) -> list[Found]:
    """The illnesses and medicines that are told of without a name, with the places of that."""
    return [
        Found(item["entity"], item["value"], item["start"], item["end"])
        for item in tracker.latest_message.get("entities") or ()
        if item.get("extractor") == UNNAMED
    ]


def medicines_just_told(tracker: Tracker) -> tuple[str, ...]:
    """The medicines named in the message before the newest, where that only told of somebody."""
    before = just_before(tracker)
    parsed = before[-1] if before else {}
    if (parsed.get("intent") or {}).get("name") != "tell_profile":
        return ()
    named = entities_of(parsed.get("entities") or ()).get("medicine", ())
    return tuple(map(str, named))


def just_before(tracker: Tracker, messages: int = LATELY) -> list[dict[str, Any]]:
    """The last `messages` before the newest, as they were understood, the oldest first."""
    # From the end, as a long conversation has thousands of events.
    said = (event for event in reversed(tracker.events) if event.get("event") == "user")
    return [event.get("parse_data") or {} for event in islice(said, 1, messages + 1)][::-1]


def named_before(tracker: Tracker) -> dict[str, tuple[Any, ...]]:
    """The names in the message before the newest, by kind."""
    before = just_before(tracker, 1)
    return entities_of(before[0].get("entities") or ()) if before else {}


def spoke_of_unknown(tracker: Tracker) -> bool:
    """Whether the message before the newest speaks of taking a product that is not known here."""
    said = just_before(tracker)[-1:]
    return any(
        not _products([parsed])
        and takes(knowledge(), str(parsed.get("text") or ""), _mentions(parsed))
        for parsed in said
    )


def newest_products(tracker: Tracker) -> dict[str, tuple[Any, ...]]:
    """The nutrients, remedies and foods of the newest earlier message that names any."""
    for parsed in reversed(just_before(tracker)):
        named = entities_of(parsed.get("entities") or ())
        if found := {kind: named[kind] for kind in (*_PRODUCTS, "food") if kind in named}:
            return found
    return {}


def _products(before: Iterable[dict[str, Any]]) -> dict[str, tuple[Any, ...]]:
    """The nutrients and remedies named in these messages."""
    named = _named(before)
    return {name: named[name] for name in _PRODUCTS if name in named}


def _giving(before: Iterable[dict[str, Any]]) -> bool:
    """Whether a medicine that gives nutrients (an antacid) was named in these messages."""
    medicines = (
        knowledge().medicines.get(str(name)) for name in _named(before).get("medicine", ())
    )
    return any(medicine.holds for medicine in medicines if medicine)


def _named(before: Iterable[dict[str, Any]]) -> dict[str, tuple[Any, ...]]:
    """All that is named in these messages, kind by kind."""
    return entities_of(item for parsed in before for item in parsed.get("entities") or ())


def _borrowed(parsed: dict[str, Any]) -> bool:
    return borrowed(str(parsed.get("text") or ""), _mentions(parsed))


def _mentions(parsed: dict[str, Any]) -> list[Found]:
    text, found = str(parsed.get("text") or ""), []
    for item in parsed.get("entities") or ():
        if item.get("extractor") == UNNAMED:
            continue  # no name
        start, end = item.get("start"), item.get("end")
        if not isinstance(start, int) or not isinstance(end, int):
            start = end = len(text)
        found.append(Found(str(item["entity"]), item["value"], start, end))
    return found


def without_names(tracker: Tracker) -> str:
    """The message without the words that were recognised as names."""
    text = text_of(tracker)
    for found in mentions(tracker):
        text = text[: found.start] + " " * (found.end - found.start) + text[found.end :]
    return text


def entities_of(found: Iterable[dict[str, Any]]) -> dict[str, tuple[Any, ...]]:
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
