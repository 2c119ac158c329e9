"""Notes what a person tells about somebody without asking anything."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.action_forget import ActionForget
from actions.answering import replies
from actions.besides import asking
from actions.dispatching import dispatch
from actions.forgetting import left, wished
from actions.message import text_of
from actions.profile import acknowledge, note
from actions.taker import asked_again
from actions.turn import asked_besides, told_and_asked, understood


class ActionNoteProfile(Action):
    """Keeps what was told, says it back, and asks what the person would like to know.

    "And my wife? She's breastfeeding" asks the last question again, for her. "I'm vegan. Which
    foods have it?" is noted, and the question answered.
    """

    def name(self) -> str:
        return "action_note_profile"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        if wished(tracker) and left(tracker):
            return ActionForget().run(dispatcher, tracker, domain)
        asked = told_and_asked(tracker) or asked_besides(tracker)
        if asked:
            if asking(text_of(tracker)) or asked_again(asked.question, text_of(tracker)):
                note(dispatcher, asked)
            dispatch(dispatcher, *replies(asked, text_of(tracker)))
            return asked.events(answered=True)
        turn = understood(tracker)
        acknowledge(dispatcher, turn)
        return turn.events(answered=False)
