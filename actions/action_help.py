"""Says what can be asked."""

from __future__ import annotations

import re
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.action_show_profile import ActionShowProfile
from actions.answering import caution
from actions.dispatching import dispatch
from actions.message import text_of
from actions.turn import understood

# "What do you know about her?" asks for what was told, not for what can be asked.
_WHAT_IS_KNOWN = re.compile(
    r"\bwhat (?:do|did|have|else do) you (?:know|remember|note|noted|keep|kept|got)\b"
    r".*\b(?:me|her|him|us|them|(?:my|our) \w+)\W*$",
    re.IGNORECASE,
)


class ActionHelp(Action):
    """Shows what the bot can do; asked what it knows of somebody, it shows that.

    What a person must hear of a product that is to be taken comes in its place: "may I use it".
    """

    def name(self) -> str:
        return "action_help"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        if _WHAT_IS_KNOWN.search(text_of(tracker)):
            return await ActionShowProfile().run(dispatcher, tracker, domain)
        turn = understood(tracker)
        first = caution(turn)
        if first:
            dispatch(dispatcher, first)
            return turn.events(answered=False)
        dispatcher.utter_message(response="utter_help")
        return []
