"""Ends a danger: the person sought care, it is not so, or it is another person's."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.answering import replies
from actions.dispatching import dispatch, give
from actions.message import text_of
from actions.safety import keep, kept, told_after
from actions.turn import understood
from crampwise.answers import safety
from crampwise.knowledge.shared import knowledge
from crampwise.safety.aftermath import Aftermath


class ActionDangerOver(Action):
    """Says that it is good they did, and goes back to questions.

    Another person's danger stands; what the speaker asks of themselves is answered after that.
    """

    def name(self) -> str:
        return "action_danger_over"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        danger, told = kept(tracker), told_after(tracker)
        if told is Aftermath.ANOTHERS:
            dispatch(dispatcher, safety.of_another(knowledge()))
            turn = understood(tracker)
            return [*give(dispatcher, turn, replies(turn, text_of(tracker))), keep(None)]
        flag = danger.flag if danger else safety.UNSPECIFIED
        cared = told is Aftermath.CARED
        dispatch(dispatcher, safety.over(knowledge(), flag, cared))
        return [keep(danger.cared_for() if danger and cared else None)]
