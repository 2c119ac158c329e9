"""Notes what a person tells about somebody without asking anything."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.action_forget import ActionForget
from actions.answering import replies
from actions.dispatching import dispatch
from actions.forgetting import left, wished
from actions.message import text_of
from actions.profile import acknowledge
from actions.turn import told_and_asked, understood


class ActionNoteProfile(Action):
    """Keeps what was told, says it back, and asks what the person would like to know.

    "And my wife? She's breastfeeding" asks the last question again, for her.
    """

    def name(self) -> str:
        return "action_note_profile"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        if wished(tracker) and left(tracker):
            return ActionForget().run(dispatcher, tracker, domain)
        again = told_and_asked(tracker)
        if again:
            for answer in replies(again, text_of(tracker)):
                dispatch(dispatcher, answer)
            return again.events(answered=True)
        turn = understood(tracker)
        acknowledge(dispatcher, turn)
        return turn.events(answered=False)
