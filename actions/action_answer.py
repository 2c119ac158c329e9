"""Answers a question from the knowledge base."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.answering import replies
from actions.dispatching import dispatch
from actions.helpfulness import asked
from actions.message import text_of
from actions.turn import understood


class ActionAnswer(Action):
    """Used for every FAQ intent, and for what is outside: the core decides."""

    def name(self) -> str:
        return "action_answer"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        turn = understood(tracker)
        found = replies(turn, text_of(tracker))
        for answer in found:
            dispatch(dispatcher, answer)
        answered = found[0].status in ("answered", "unsure")
        return [*turn.events(answered), *asked(dispatcher, tracker, found)]
