"""Ends a danger: the person sought care, or it is not so."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.dispatching import dispatch
from actions.safety import cared, keep, kept
from crampwise.answers import safety
from crampwise.knowledge.shared import knowledge


class ActionDangerOver(Action):
    """Says that it is good they did, and goes back to questions."""

    def name(self) -> str:
        return "action_danger_over"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        danger = kept(tracker)
        flag = danger.flag if danger else safety.UNSPECIFIED
        dispatch(dispatcher, safety.over(knowledge(), flag, cared(tracker)))
        return [keep(None)]
