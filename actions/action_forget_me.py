"""Forgets what was told in this conversation."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import AllSlotsReset, EventType, Restarted
from rasa_sdk.executor import CollectingDispatcher


class ActionForgetMe(Action):
    """Clears every slot and begins the conversation anew."""

    def name(self) -> str:
        return "action_forget_me"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        # The topic tells the web page to forget what it shows, too.
        dispatcher.utter_message(response="utter_forgotten", topic="forgotten")
        return [AllSlotsReset(), Restarted()]
