"""Answers a message that leans on the one before."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.answering import answers
from actions.dispatching import dispatch
from actions.question import followed, question_of, remembered_after, told
from crampwise.answers import fallback
from crampwise.knowledge.shared import knowledge


class ActionFollowUp(Action):
    """ "And potassium?", "which foods?", "no, I meant vitamin D"."""

    def name(self) -> str:
        return "action_follow_up"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        question = followed(tracker)
        if question is None:
            dispatch(dispatcher, fallback.unsure(knowledge(), question_of(tracker)))
            return []
        dispatch(dispatcher, answers().answer(question))
        return [
            SlotSet("profile", told(question)),
            SlotSet("last_question", remembered_after(question, tracker)),
        ]
