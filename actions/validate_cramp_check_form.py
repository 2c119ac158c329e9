"""Reads the answers of the cramp check as Rasa's form asks for them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import check, forgetting, memory, message
from actions.choosing import picked_button
from actions.digressing import digresses
from actions.profile import tells
from actions.turn import told_in
from crampwise.answers.check.findings import flagged
from crampwise.answers.check.reading import (
    NONE,
    UNKNOWN,
    Reply,
    by_the_way,
    in_words,
    of_both_legs,
    read,
)
from crampwise.answers.types import Question
from crampwise.knowledge.shared import knowledge
from crampwise.knowledge.talk import CheckQuestion
from crampwise.people import SELF, Told

_CORRECTS = re.compile(
    r"^\W*(?:no,?\s+)?(?:actually|sorry|wait|correction|change that|i meant|i mean)\b",
    re.IGNORECASE,
)


class ValidateCrampCheckForm(Action):
    """Fills the slot that was asked for.

    Sets no slot for a question asked in the middle or for a danger sign: Rasa's form then steps
    back, the rules answer, and the form asks again.
    """

    def name(self) -> str:
        return "validate_cramp_check_form"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        asked = _asked(tracker)
        alone = message.alone(tracker)
        if asked is None or alone.red_flag or alone.intent == "red_flag":
            return []
        if _answered_already(tracker):
            return _told_meanwhile(tracker)
        text = picked_button(message.text_of(tracker), tracker) or message.text_of(tracker)
        alone = replace(alone, entities=check.entities(alone.entities))
        reply = read(asked, text, alone.entities)
        mentioned = _mentioned(asked, alone, text)
        others = {
            name: found
            for name, found in mentioned.items()
            if tracker.get_slot(check.slot(name)) is None
        }
        if reply and _none_of_another(asked, reply, mentioned, text):
            reply = None
        if digresses(alone, text, reply or next(iter(others.values()), None), asked):
            return []
        left = forgetting.left(tracker) if forgetting.wished(tracker) else None
        if left:
            dispatcher.utter_message(text=knowledge().wording["check_forgot"])
            return [SlotSet("people", left.stored())]
        corrected = _corrected(tracker, text, alone)
        if corrected:
            return corrected
        if reply is None and asked.open and not others:
            reply = in_words(text)
        if reply is not None:
            leg = check.replies(tracker).get("leg")
            if leg and leg.values == ("both",):
                reply = of_both_legs(asked, reply)
            events = _filled(tracker, {**others, asked.id: reply})
            raised = flagged(knowledge(), {asked.id: reply})
            return [*events, *check.LEFT] if raised else events
        if others:
            return _filled(tracker, others)
        if mentioned or tells(told_in(tracker)):
            dispatcher.utter_message(text=knowledge().wording["check_noted"])
            return _filled(tracker, {})
        if not tracker.get_slot(check.MISSES):
            dispatcher.utter_message(text=knowledge().wording["check_unread"])
            return [SlotSet(check.MISSES, 1)]
        unread = Reply((UNKNOWN,)) if alone.intent in message.AGAIN else in_words(text)
        return _filled(tracker, {asked.id: unread})


def _asked(tracker: Tracker) -> CheckQuestion | None:
    requested = tracker.get_slot("requested_slot")
    questions = knowledge().cramp_check.questions
    return next((q for q in questions if check.slot(q.id) == requested), None)


def _none_of_another(
    asked: CheckQuestion, reply: Reply, mentioned: dict[str, Reply], text: str
) -> bool:
    """Whether a "no" belongs to another question: "no meds" says nothing of other signs."""
    none = Reply((NONE,))
    return reply == none and none in mentioned.values() and by_the_way(asked, text, {}) is None


def _answered_already(tracker: Tracker) -> bool:
    """Whether another action has answered this message, and the form only asks again."""
    for event in reversed(tracker.events):
        if event.get("event") == "user":
            return False
        if event.get("event") == "action" and event.get("name") not in (
            check.FORM,
            "action_listen",
        ):
            return True
    return False


def _told_meanwhile(tracker: Tracker) -> list[EventType]:
    """Answers that a question in the middle gave by the way ("I take ramipril, is that why?")."""
    person = tracker.get_slot(check.PERSON) or SELF
    known = check.told_before(memory.known(tracker).profile(person), ())
    given = check.replies(tracker)
    return [
        SlotSet(check.slot(name), reply.stored())
        for name, reply in known.items()
        if name not in given
    ]


def _filled(tracker: Tracker, given: dict[str, Reply]) -> list[EventType]:
    """The answers given, and the profile with what they and the rest of the message tell."""
    facts = {
        check.OF_PROFILE[name]: tuple(v for v in told.values if v not in (NONE, UNKNOWN))
        for name, told in given.items()
        if name in check.OF_PROFILE and name != "diet"
    }
    if "diet" in given:
        facts["diet"] = tuple(v for v in given["diet"].values if v in knowledge().diets)
    person = tracker.get_slot(check.PERSON) or SELF
    own = Told(person, {person: facts}, called={person: check.called(tracker)})
    known = memory.known(tracker).after(told_in(tracker)).after(own)
    return [
        *(SlotSet(check.slot(name), told.stored()) for name, told in given.items()),
        SlotSet(check.MISSES, 0),
        SlotSet("people", known.stored()),
    ]


def _mentioned(asked: CheckQuestion, alone: Question, text: str) -> dict[str, Reply]:
    """Answers to other questions than the one asked, answered before or not."""
    others = (q for q in knowledge().cramp_check.questions if q.id != asked.id)
    found = {question.id: by_the_way(question, text, alone.entities) for question in others}
    return {name: reply for name, reply in found.items() if reply}


def _corrected(tracker: Tracker, text: str, alone: Question) -> list[EventType]:
    """ "No, at rest": changes the answer to the question before, when it can be read so."""
    if not _CORRECTS.search(text):
        return []
    for question in reversed(knowledge().cramp_check.questions):
        if tracker.get_slot(check.slot(question.id)) is None:
            continue
        reply = read(question, text, alone.entities)
        if reply and reply.values not in ((NONE,), (UNKNOWN,)):
            return [SlotSet(check.slot(question.id), reply.stored())]
    return []
