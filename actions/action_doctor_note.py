"""Writes the note for the doctor."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions import check, memory
from actions.dispatching import dispatch
from crampwise.answers.check.summary import note
from crampwise.answers.types import Answer, Choice
from crampwise.knowledge.shared import knowledge
from crampwise.people import SELF


class ActionDoctorNote(Action):
    """The note of the cramp check; without one, the offer to do it."""

    def name(self) -> str:
        return "action_doctor_note"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        replies, words = check.replies(tracker), knowledge().wording
        if replies:
            person = tracker.get_slot(check.PERSON) or SELF
            profile = memory.known(tracker).profile(person)
            dispatch(dispatcher, note(knowledge(), replies, profile, person))
        else:
            begin = (Choice(words["ask_check"], "start_check"),)
            short = words["note_none"]
            dispatch(
                dispatcher,
                Answer(topic="check.note", status="smalltalk", short=short, follow_ups=begin),
            )
        return []
