"""Hears whether answers help."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.action_small_talk import response
from actions.helpfulness import heard
from actions.message import alone, text_of


class ActionFeedback(Action):
    """A button says yes or no; words of praise or blame are thanked for."""

    def name(self) -> str:
        return "action_feedback"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        told = alone(tracker).first("helpful")
        if told in ("yes", "no"):
            return await heard(dispatcher, tracker, helpful=told == "yes")
        dispatcher.utter_message(response=response("feedback", text_of(tracker)))
        return []
