"""Makes a `Question` of a tracker: the only place that knows both shapes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, replace
from typing import Any

from rasa_sdk import Tracker

from actions.profile import merged, profile_of
from crampwise.answers.types import Question, Reading
from crampwise.knowledge.shared import knowledge
from crampwise.safety import FLAG

SUBJECTS = ("nutrient", "food", "medicine", "condition", "remedy")
ELLIPSIS = 5  # words; a shorter message that names nothing speaks of what was named before
READINGS = 5  # how many of the likeliest intents are kept to be offered
# Probability from which a follow-up that names something also asks something new of it.
CLEAR_READING = 0.2
MIN_READING = 0.05  # probability below which an intent is not worth offering
CONVERSATION = frozenset(
    [
        "greet",
        "goodbye",
        "thank",
        "affirm",
        "deny",
        "bot_challenge",
        "help",
        "smalltalk",
        "follow_up",
        "repeat_shorter",
        "tell_me_more",
        "correct",
        "tell_profile",
        "start_check",
        "stop",
        "feedback",
        "my_data",
        "forget_me",
        "human",
        "out_of_scope",
        "red_flag",
        "nlu_fallback",
    ]
)


def question_of(tracker: Tracker) -> Question:
    """The newest message as a question, with what earlier turns told."""
    message = tracker.latest_message
    entities = _entities(message.get("entities") or ())
    intent = message.get("intent") or {}
    question = Question(
        intent=str(intent.get("name") or "out_of_scope"),
        confidence=float(intent.get("confidence") or 0.0),
        entities=entities,
        readings=_readings(message.get("intent_ranking") or ()),
        profile=merged(profile_of(tracker.get_slot("profile")), entities),
        red_flag=next((str(flag) for flag in entities.get(FLAG, ())), None),
    )
    words = len(str(message.get("text") or "").split())
    if words <= ELLIPSIS and not any(subject in entities for subject in SUBJECTS):
        question = _inherit(question, tracker)
    return question


def followed(tracker: Tracker) -> Question | None:
    """A message that leans on the one before ("and potassium?"), read together with it.

    New names replace old ones of their kind; a new thing to know ("which foods?") replaces the
    old. None when nothing came before and the message alone points nowhere.
    """
    question = question_of(tracker)
    likeliest = question.readings[0] if question.readings else None
    before = tracker.get_slot("last_question")
    if not before:
        return replace(question, intent=likeliest.intent, confidence=1.0) if likeliest else None
    names_subject = any(subject in question.entities for subject in SUBJECTS)
    asked = before["intent"]
    if likeliest and (not names_subject or likeliest.confidence >= CLEAR_READING):
        asked = likeliest.intent
    entities = {**_tuples(before["entities"]), **question.entities}
    return replace(question, intent=asked, confidence=1.0, entities=entities)


def remembered(question: Question) -> dict[str, Any]:
    """What the slot `last_question` keeps."""
    kept = {n: list(v) for n, v in question.entities.items() if n in (*SUBJECTS, "timing")}
    return {"intent": question.intent, "entities": kept}


def told(question: Question) -> dict[str, Any]:
    """What the slot `profile` keeps."""
    return asdict(question.profile)


def previous(tracker: Tracker) -> Question | None:
    """The question answered last, as it was understood."""
    before = tracker.get_slot("last_question")
    if not before:
        return None
    profile = profile_of(tracker.get_slot("profile"))
    return Question(before["intent"], entities=_tuples(before["entities"]), profile=profile)


def _inherit(question: Question, tracker: Tracker) -> Question:
    before = tracker.get_slot("last_question")
    if not before or question.intent in CONVERSATION:
        return question
    old = {n: v for n, v in _tuples(before["entities"]).items() if n in SUBJECTS}
    return replace(question, entities={**old, **question.entities})


def _entities(found: Iterable[dict[str, Any]]) -> dict[str, tuple[Any, ...]]:
    entities: dict[str, tuple[Any, ...]] = {}
    for item in found:
        name = str(item["entity"])
        entities[name] = (*entities.get(name, ()), item["value"])
    return entities


def _tuples(entities: dict[str, list[Any]]) -> dict[str, tuple[Any, ...]]:
    return {name: tuple(values) for name, values in entities.items()}


def _readings(ranking: Iterable[dict[str, Any]]) -> tuple[Reading, ...]:
    answerable = {topic.intent for topic in knowledge().topics.values()}
    found = [
        Reading(str(item["name"]), float(item["confidence"]))
        for item in ranking
        if item["name"] in answerable and item["confidence"] >= MIN_READING
    ]
    return tuple(found[:READINGS])
