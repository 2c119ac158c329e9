"""Reminds of a danger that has not been seen to, in place of another answer."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.dispatching import dispatch
from actions.safety import keep, kept, left_form, region
from actions.turn import understood
from crampwise.answers import safety
from crampwise.knowledge.shared import knowledge


class ActionDangerReminder(Action):
    """Says again whom to call. What the message tells of the person is noted all the same."""

    def name(self) -> str:
        return "action_danger_reminder"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        danger = kept(tracker)
        flag = danger.flag if danger else safety.UNSPECIFIED
        dispatch(dispatcher, safety.reminder(knowledge(), flag, region(tracker)))
        return [
            *understood(tracker).events(answered=False),
            keep(danger.reminded() if danger else None),
            *left_form(tracker),
        ]
