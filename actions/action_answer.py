"""Answers a question from the knowledge base."""

from __future__ import annotations

import re
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions.answering import replies
from actions.dispatching import give
from actions.helpfulness import asked
from actions.message import text_of
from actions.profile import acknowledge, note, tells
from actions.taker import asked_again
from actions.turn import understood

# "I take furosemide. Start the check": the wish at the end of a message on something else.
_STARTS = re.compile(
    r"\b(?:start|begin|do|run|take me through) (?:the|a|my|your) (?:cramp )?check\b(?:[- ]?up)?"
    r"\W*$",
    re.IGNORECASE,
)


class ActionAnswer(Action):
    """Used for every FAQ intent, and for what is outside: the core decides."""

    def name(self) -> str:
        return "action_answer"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        turn = understood(tracker)
        if turn.question.red_flag is None and _STARTS.search(text_of(tracker)):
            return [*turn.events(answered=False), FollowupAction("action_begin_check")]
        found = replies(turn, text_of(tracker))
        if asked_again(turn.question, text_of(tracker)):
            note(dispatcher, turn)
        if found[0].status == "unknown" and tells(turn.told) and "?" not in text_of(tracker):
            acknowledge(dispatcher, turn)
            return turn.events(answered=False)
        return [*give(dispatcher, turn, found), *asked(dispatcher, tracker, found)]
