"""Answers a message that leans on the one before."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.answering import changes, led, replies
from actions.dispatching import dispatch
from actions.memory import known
from actions.message import alone, text_of
from actions.profile import acknowledge, note, tells
from actions.taker import asked_again
from actions.turn import followed, understood
from crampwise.answers import fallback
from crampwise.knowledge.shared import knowledge
from crampwise.people import SELF
from crampwise.people.told import FACTS


class ActionFollowUp(Action):
    """ "And potassium?", "which foods?", "no, I meant vitamin D", "no, she's 72"."""

    def name(self) -> str:
        return "action_follow_up"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        turn = followed(tracker)
        if turn is None:
            told = understood(tracker)
            if tells(told.told):
                acknowledge(dispatcher, told)
            else:
                dispatch(dispatcher, led(told, fallback.unsure(knowledge(), told.question)))
            return told.events(answered=False)
        of_somebody = tells(turn.told) or SELF in turn.told.facts
        only_tells = alone(tracker).intent == "correct" or set(alone(tracker).entities) <= FACTS
        again = asked_again(turn.question, text_of(tracker))
        if only_tells and of_somebody and not again and not changes(turn, known(tracker)):
            acknowledge(dispatcher, turn)
            return turn.events(answered=False)
        if again:
            note(dispatcher, turn)
        dispatch(dispatcher, *replies(turn, text_of(tracker)))
        return turn.events(answered=True)
