"""Reminds of a danger that has not been seen to, in place of another answer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.answering import cautions
from actions.cues import names_nothing
from actions.dispatching import dispatch
from actions.message import AGAIN, alone, text_of
from actions.safety import keep, kept, left_form, region, told_after
from actions.turn import Turn, understood
from crampwise.answers import safety
from crampwise.answers.types import Answer
from crampwise.knowledge.shared import knowledge
from crampwise.safety.aftermath import Aftermath
from crampwise.safety.danger import Danger

LEANS = "follow_up"  # the intent of what goes on from the answer before


class ActionDangerReminder(Action):
    """Says again whom to call, and below it the cautions on a supplement that is asked about.

    What the message tells of the person is noted all the same.
    """

    def name(self) -> str:
        return "action_danger_reminder"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        danger, turn = kept(tracker), understood(tracker)
        flag = danger.flag if danger else safety.UNSPECIFIED
        sought = bool(danger and danger.sought)
        dispatch(dispatcher, _sought(tracker, flag) if sought else _said(tracker, turn, flag))
        return [
            *turn.events(answered=False),
            keep(_left(danger, tracker) if danger else None),
            *left_form(tracker),
        ]


def _left(danger: Danger, tracker: Tracker) -> Danger | None:
    """What is kept in mind after this; what got worse is as if it was told now."""
    if danger.sought and told_after(tracker) is Aftermath.WORSE:
        return Danger.told(danger.flag, danger.level)
    return danger.reminded()


def _sought(tracker: Tracker, flag: str) -> Answer:
    """Once somebody sees to it: the whole advice where it got worse, else that on what is asked."""
    place = region(tracker)
    if told_after(tracker) is Aftermath.WORSE:
        return safety.answer(knowledge(), flag, region=place)
    return safety.meanwhile(knowledge(), flag, place, text_of(tracker))


def _said(tracker: Tracker, turn: Turn, flag: str) -> Answer:
    """The whole advice where the message asks for it again, else the reminder."""
    place, question, text = region(tracker), alone(tracker), text_of(tracker)
    # "Why?", "ok, what should I do?": the advice says both.
    if question.intent in AGAIN or (question.intent == LEANS and names_nothing(text)):
        return safety.answer(knowledge(), flag, region=place)
    named, doubts = bool(question.all("medicine")), question.intent == "bot_challenge"
    reminder = safety.reminder(knowledge(), flag, place, text, medicine=named, doubts=doubts)
    return replace(reminder, cautions=cautions(turn))
