"""Says the last answer again: shorter, or with all its details."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.answering import answers
from actions.dispatching import dispatch
from actions.question import previous
from crampwise.answers.more import more
from crampwise.answers.types import Answer
from crampwise.knowledge.shared import knowledge


class _SayAgain:
    """Finds the last answer; subclasses say what of it is said.

    Not an Action itself: rasa_sdk registers every subclass of that.
    """

    def changed(self, answer: Answer) -> Answer:
        return answer

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        question = previous(tracker)
        if question is None:
            dispatcher.utter_message(response="utter_nothing_yet")
        else:
            dispatch(dispatcher, self.changed(answers().answer(question)))
        return []


class ActionSayShorter(_SayAgain, Action):
    """The short text and the cautions only: a caution is never left out."""

    def name(self) -> str:
        return "action_say_shorter"

    def changed(self, answer: Answer) -> Answer:
        # Where a caution took the first place, the answer itself is the first detail.
        kept = answer.details[:1] if answer.led else ()
        return replace(answer, details=kept, evidence=None, table=None)


class ActionSayMore(_SayAgain, Action):
    """What else is known of the thing that was answered, or where to read on."""

    def name(self) -> str:
        return "action_say_more"

    def changed(self, answer: Answer) -> Answer:
        return more(knowledge(), answer)
