"""Answers a danger sign, alone, and keeps it in mind."""

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
from crampwise.safety.danger import Danger


class ActionDanger(Action):
    """What to do now, for this person and in this place."""

    def name(self) -> str:
        return "action_danger"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        turn = understood(tracker)
        question = turn.question
        flag = safety.flag_for(knowledge(), question.red_flag, question.profile)
        dispatch(dispatcher, safety.answer(knowledge(), flag.id, region=region(tracker)))
        danger = Danger.told(flag.id, flag.level).or_worse(kept(tracker))
        # A flag with choices asks; what it asks for decides whether there is any danger.
        events = [] if flag.choices else [keep(danger if danger.left else None)]
        return [*turn.events(answered=False), *events, *left_form(tracker)]
