"""Answers a question from the knowledge base."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.answering import answers
from actions.dispatching import dispatch
from actions.question import question_of, remembered, told


class ActionAnswer(Action):
    """Used for every FAQ intent, for what is outside, and for danger signs: the core decides."""

    def name(self) -> str:
        return "action_answer"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        question = question_of(tracker)
        answer = answers().answer(question)
        dispatch(dispatcher, answer)
        events = [SlotSet("profile", told(question))]
        if answer.status == "answered":
            events.append(SlotSet("last_question", remembered(question)))
        return events
