"""Makes a `Question` of a tracker: the only place that knows both shapes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import asdict, replace
from typing import Any

from rasa_sdk import Tracker

from actions.cues import cue, leans, names_nothing
from actions.profile import merged, profile_of
from crampwise.answers.types import Question, Reading
from crampwise.knowledge.shared import knowledge
from crampwise.safety import FLAG

SUBJECTS = ("nutrient", "food", "medicine", "condition", "remedy")
ELLIPSIS = 5  # words; a shorter message that names nothing speaks of what was named before
LONGER_ELLIPSIS = 8  # the same for questions that make no sense without a name
NEED_A_NAME = frozenset({"dose", "too_much", "testing", "interactions", "deficiency_signs"})
# What is asked of a thing that is named out of the blue ("what about mustard?").
FIRST_ASKED = {
    "food": "food_content",
    "remedy": "remedy",
    "nutrient": "nutrient_role",
    "medicine": "medicine_cause",
    "condition": "condition",
}
# Which names of before go on counting beside a new one, by the intents in which they do.
KEPT = {
    "nutrient": {
        "food": {"food_content"},
        "medicine": {"interactions", "medicine_cause"},
        "condition": {"condition"},
    },
    "food": {"nutrient": {"food_content", "foods"}},
    "remedy": {},
    "medicine": {"nutrient": {"interactions", "supplements", "dose", "too_much"}},
    "condition": {
        "nutrient": {"condition", "foods", "supplements", "dose", "too_much", "pregnancy"},
        "food": {"food_content"},
    },
}  # fmt: skip
# Intents that can be asked of any nutrient; after another one a new nutrient is a supplement.
OF_ANY_NUTRIENT = frozenset(
    [
        "nutrient_role",
        "which_nutrient",
        "foods",
        "food_content",
        "supplements",
        "interactions",
        "dose",
        "too_much",
        "deficiency_signs",
        "deficiency_causes",
        "testing",
        "pregnancy",
        "evidence",
        "condition",
        "age_group",
        "dehydration",
        "causes",
        "timing",
    ]
)
EXPECTING = frozenset({"pregnancy", "breastfeeding"})
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
    text = str(message.get("text") or "")
    if _leans_unseen(question, text, tracker):
        return _leant(question, text, tracker) or question
    names_subject = any(subject in entities for subject in SUBJECTS)
    words = len(text.split())
    if not names_subject and words <= ELLIPSIS:
        return _inherit(question, tracker)
    needs_a_name = question.intent in NEED_A_NAME and not {"symptom", "body_part"} & set(entities)
    if not names_subject and words <= LONGER_ELLIPSIS and needs_a_name:
        return _inherit(question, tracker)
    if names_subject and question.intent in ("supplements", "interactions"):
        return _with_it(question, text, tracker)
    return question


def followed(tracker: Tracker) -> Question | None:
    """A message that leans on the one before ("and potassium?"), read together with it.

    New names replace old ones of their kind, and those that no longer belong; a new thing to know
    ("which foods?") replaces the old. None when nothing came before and the message alone points
    nowhere.
    """
    question = question_of(tracker)
    return _leant(question, str(tracker.latest_message.get("text") or ""), tracker)


def _leant(question: Question, text: str, tracker: Tracker) -> Question | None:
    likeliest = question.readings[0] if question.readings else None
    named = next((subject for subject in SUBJECTS[::-1] if subject in question.entities), None)
    before = tracker.get_slot("last_question")
    if not before:
        if likeliest:
            return replace(question, intent=likeliest.intent, confidence=1.0)
        return _first_asked(question, named) if named else None
    old = _tuples(before["entities"])
    asked, told = before["intent"], cue(text)
    if named == "remedy" and leans(text):
        asked = "remedy"
    elif likeliest and (not named or likeliest.confidence >= CLEAR_READING):
        asked = likeliest.intent
    elif named:
        asked = _fitting(named, question, asked, old)
    elif told is None:
        asked = _of_whom(question, asked)
    entities = {**_kept(old, question, before["intent"]), **question.entities}
    if told and not (likeliest and likeliest.confidence >= CLEAR_READING):
        asked, entities = _cued(told, asked, entities, before)
    if asked == "nutrient_role" and named == "nutrient":
        entities.setdefault("symptom", ("cramp",))
    return replace(question, intent=asked, confidence=1.0, entities=entities)


def _leans_unseen(question: Question, text: str, tracker: Tracker) -> bool:
    """A short message taken for one outside that can only go on from the one before."""
    if question.intent != "out_of_scope" or not tracker.get_slot("last_question"):
        return False
    if len(text.split()) > ELLIPSIS or question.red_flag:
        return False
    named = any(subject in question.entities for subject in SUBJECTS)
    if named and leans(text):
        return True
    return cue(text) is not None and names_nothing(_without_names(text, tracker))


def _without_names(text: str, tracker: Tracker) -> str:
    """The message without the words that were recognised as names."""
    for found in tracker.latest_message.get("entities") or ():
        start, end = found.get("start"), found.get("end")
        if isinstance(start, int) and isinstance(end, int):
            text = text[:start] + " " * (end - start) + text[end:]
    return text


def _first_asked(question: Question, named: str) -> Question:
    entities = dict(question.entities)
    if named == "nutrient":
        entities.setdefault("symptom", ("cramp",))
    asked = _first_of(question, named)
    return replace(question, intent=asked, confidence=1.0, entities=entities)


def _first_of(question: Question, named: str) -> str:
    """What is asked of a thing at first; a food that is also a treatment (mustard) is one here."""
    if named == "food" and question.first("food") in knowledge().remedies:
        return "remedy"
    return FIRST_ASKED[named]


def _fitting(named: str, question: Question, asked: str, old: dict[str, tuple[Any, ...]]) -> str:
    """What is asked of a new name, going by what was asked before."""
    if named == "nutrient":
        if asked == "food_content" and "nutrient" not in old:
            return "supplements"
        if asked == "medicine_cause":
            return "interactions"
        if asked == "compare_nutrients":
            return "nutrient_role"
        return asked if asked in OF_ANY_NUTRIENT else "supplements"
    if named == "condition":
        if EXPECTING & set(question.all("condition")):
            return asked if asked in ("dose", "see_doctor") else "pregnancy"
        return asked if asked in ("foods", "food_content", "dose", "too_much") else "condition"
    if named == "medicine" and "nutrient" in old and asked in KEPT["medicine"]["nutrient"]:
        return "interactions"
    if named == "remedy" and asked == "evidence":
        return asked
    return _first_of(question, named)


def _of_whom(question: Question, asked: str) -> str:
    """ "What about kids?" asks the same of them where that is known, else about their age."""
    stages = set(question.all("life_stage"))
    if stages & {"pregnant", "breastfeeding"}:
        return asked if asked in ("dose", "see_doctor") else "pregnancy"
    if stages or "age" in question.entities:
        known = {"dose", "too_much", "see_doctor", "foods", "testing", "dehydration", "remedy"}
        return asked if asked in known else "age_group"
    return asked


def _cued(
    told: str, asked: str, entities: dict[str, tuple[Any, ...]], before: dict[str, Any]
) -> tuple[str, dict[str, tuple[Any, ...]]]:
    """The intent that the words of a follow-up mean, and of what."""
    subject = next((name for name in SUBJECTS if name in entities), None)
    if told == "stop_it":
        return ("medicine_cause" if "medicine" in entities else asked), entities
    if told == "more":
        earlier = _tuples(before.get("earlier") or {})
        kind = "food" if "food" in entities else "nutrient"
        both = dict.fromkeys((*earlier.get(kind, ()), *entities.get(kind, ())))
        asked = "food_content" if kind == "food" else "compare_nutrients"
        return asked, {**entities, kind: tuple(both)}
    if told == "form":
        return "supplements", {**entities, "form": ("any",)}
    if told == "why":
        if "nutrient" in entities or asked in ("foods", "supplements", "food_content"):
            return "evidence", entities
        return (asked if subject else "causes"), entities
    if "nutrient" not in entities:
        if subject == "food" and entities["food"][0] in knowledge().remedies:
            subject = "remedy"
        if subject == "food" and told in ("dose", "too_much", "evidence", "supplements"):
            return ("evidence" if told == "evidence" else "food_content"), entities
        if subject in ("remedy", "medicine") and told in ("dose", "too_much", "evidence"):
            return FIRST_ASKED[subject], entities
    if subject == "food" and told == "too_much":
        return "food_content", entities
    if "food" in entities and told == "dose":
        return "food_content", entities
    return told, entities


def _kept(
    old: dict[str, tuple[Any, ...]], question: Question, asked: str
) -> dict[str, tuple[Any, ...]]:
    """What was named before and still counts beside the names of this message."""
    new = [subject for subject in SUBJECTS if subject in question.entities]
    if not new:
        return old
    return {
        name: values
        for name, values in old.items()
        if name not in SUBJECTS or all(asked in KEPT[kind].get(name, ()) for kind in new)
    }


def _with_it(question: Question, text: str, tracker: Tracker) -> Question:
    """ "Can I take it with calcium?": the supplement spoken of before is meant as well."""
    before = tracker.get_slot("last_question") or {"entities": {}}
    old = _tuples(before["entities"]).get("nutrient", ())
    new = question.all("nutrient")
    if not _IT_WITH.search(text.lower()) or not old or set(old) & set(new):
        return question
    return replace(
        question,
        intent="interactions",
        entities={**question.entities, "nutrient": (*old[:1], *new)},
    )


_IT_WITH = re.compile(r"\b(?:it|that|them|this|those)\b.*\b(?:with|together|alongside|and)\b")


def remembered(question: Question) -> dict[str, Any]:
    """What the slot `last_question` keeps."""
    kept = {n: list(v) for n, v in question.entities.items() if n in (*SUBJECTS, "timing")}
    return {"intent": question.intent, "entities": kept}


def remembered_after(question: Question, tracker: Tracker) -> dict[str, Any]:
    """The same for a follow-up, with the food or nutrient before it: "which has more?"."""
    before = tracker.get_slot("last_question") or {"entities": {}}
    earlier = {
        name: list(before["entities"][name])
        for name in ("food", "nutrient")
        if before["entities"].get(name)
        and question.entities.get(name)
        and list(question.entities[name]) != before["entities"][name]
    }
    return {**remembered(question), "earlier": {**(before.get("earlier") or {}), **earlier}}


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
