"""Says the last answer again: shorter, or with all its details."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.answering import caution, replies, reply
from actions.dispatching import dispatch
from actions.message import alone, text_of
from actions.safety import last_answered, region
from actions.turn import again, offered, understood
from crampwise.answers import safety
from crampwise.answers.more import more
from crampwise.answers.types import Answer
from crampwise.knowledge.shared import knowledge


class _SayAgain:
    """Finds the last answer, or takes "the last one" of its buttons; subclasses say what is said.

    Not an Action itself: rasa_sdk registers every subclass of that.
    """

    def changed(self, answer: Answer) -> Answer:
        return answer

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        other = offered(tracker)
        if other:
            dispatch(dispatcher, *replies(other, text_of(tracker)))
            return other.events(answered=True)
        # "Keep having both?" reads like "say it again".
        first = caution(understood(tracker)) if alone(tracker).taking else None
        turn, flag = again(tracker), last_answered(tracker)
        if first:
            dispatch(dispatcher, first)
        elif flag:
            dispatch(dispatcher, safety.answer(knowledge(), flag, region=region(tracker)))
        elif turn is None:
            dispatcher.utter_message(response="utter_nothing_yet")
        else:
            dispatch(dispatcher, self.changed(reply(turn, turn.question)))
        return []


class ActionSayShorter(_SayAgain, Action):
    """The short text and the weightiest caution; all of them stood in the answer just given."""

    def name(self) -> str:
        return "action_say_shorter"

    def changed(self, answer: Answer) -> Answer:
        # Where a caution took the first place, the answer itself is the first detail.
        kept = answer.details[:1] if answer.led else ()
        cautions = () if answer.led else answer.cautions[:1]
        return replace(answer, details=kept, cautions=cautions, evidence=None, table=None)


class ActionSayMore(_SayAgain, Action):
    """What else is known of the thing that was answered, or where to read on."""

    def name(self) -> str:
        return "action_say_more"

    def changed(self, answer: Answer) -> Answer:
        return more(knowledge(), answer)
