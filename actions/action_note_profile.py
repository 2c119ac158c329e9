"""Notes what a person tells about themselves without asking anything."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.question import question_of, told


class ActionNoteProfile(Action):
    """Keeps the profile and asks what the person would like to know."""

    def name(self) -> str:
        return "action_note_profile"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        dispatcher.utter_message(response="utter_noted")
        return [SlotSet("profile", told(question_of(tracker)))]
