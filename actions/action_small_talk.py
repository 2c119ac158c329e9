"""Small talk, answered by what was said."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.answering import caution, replies
from actions.dispatching import dispatch
from actions.message import alone, text_of
from actions.turn import doubted, understood
from actions.weighing import WEIGHED
from crampwise.knowledge.shared import knowledge

HELLO = "Hello"
SMALL_TALK = "smalltalk"


class ActionSmallTalk(Action):
    """Greets as it was greeted, meets insults calmly, says who made it.

    What a person must hear of a supplement named in passing comes in its place, and "any good?"
    of one named before is answered, as is "you sure?".
    """

    def name(self) -> str:
        return "action_small_talk"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        turn = understood(tracker)
        doubt = doubted(tracker) if alone(tracker).intent == SMALL_TALK else None
        asked = doubt or (turn if turn.question.intent in WEIGHED.values() else None)
        if asked:
            dispatch(dispatcher, *replies(asked, text_of(tracker)))
            return asked.events(answered=True)
        first = caution(turn)
        if first:
            dispatch(dispatcher, first)
            return turn.events(answered=False)
        text, intent = text_of(tracker), alone(tracker).intent
        dispatcher.utter_message(response=response(intent, text), hello=_hello(text))
        return []


def response(intent: str, text: str) -> str:
    """The response whose words the message holds, else the plain one of the intent."""
    fitting = (
        talk.response
        for talk in knowledge().small_talk.talk
        if talk.intent == intent and holds(text, talk.words)
    )
    return next(fitting, f"utter_{intent}")


def holds(text: str, words: Iterable[str]) -> bool:
    """Whether one of `words` stands in the text as whole words."""
    plain = text.lower().replace("’", "'")
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", plain) for word in words)


def _hello(text: str) -> str:
    greetings = knowledge().small_talk.greet
    return next((greeting.says for greeting in greetings if holds(text, greeting.words)), HELLO)
