"""Notes what a person tells about somebody without asking anything."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.profile import acknowledge
from actions.turn import understood


class ActionNoteProfile(Action):
    """Keeps what was told, says it back, and asks what the person would like to know."""

    def name(self) -> str:
        return "action_note_profile"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        turn = understood(tracker)
        acknowledge(dispatcher, turn)
        return turn.events(answered=False)
