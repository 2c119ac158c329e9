"""Yes or no to what the bot said last."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.answering import caution, replies
from actions.choosing import behind, buttons_of_last
from actions.dispatching import dispatch
from actions.helpfulness import heard
from actions.message import alone, text_of
from actions.turn import Turn, doubted, picked, understood
from actions.weighing import WEIGHED


class ActionYesOrNo(Action):
    """A yes takes the only question offered; both answer "was this helpful?".

    "Why not" and "are you sure", which read like them, ask for the reason of the last answer, and
    "ok?" whether the product before is all right.
    """

    def name(self) -> str:
        return "action_yes_or_no"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        intent = alone(tracker).intent
        offered = [str(button.get("payload")) for button in buttons_of_last(tracker)]
        if offered and offered[0].startswith("/feedback"):
            return await heard(dispatcher, tracker, helpful=intent == "affirm")
        turn = understood(tracker)
        if turn.question.intent in WEIGHED.values():
            return self._answered(dispatcher, tracker, turn)
        question = behind(offered[0]) if len(offered) == 1 and intent == "affirm" else None
        doubt = None if question else doubted(tracker)
        if doubt:
            return self._answered(dispatcher, tracker, doubt)
        first = None if question else caution(turn)
        if first:
            dispatch(dispatcher, first)
            return []
        if question is None:
            dispatcher.utter_message(response=f"utter_{intent}")
            return []
        return self._answered(dispatcher, tracker, picked(tracker, question))

    def _answered(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, turn: Turn
    ) -> list[EventType]:
        dispatch(dispatcher, *replies(turn, text_of(tracker)))
        return turn.events(answered=True)
