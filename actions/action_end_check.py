"""Ends the cramp check: what may play a part, and what to do."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import check, memory
from actions.dispatching import dispatch
from actions.safety import keep, region
from crampwise.answers import safety
from crampwise.answers.check.findings import flagged
from crampwise.answers.check.summary import plan, summary
from crampwise.knowledge.shared import knowledge
from crampwise.people import SELF
from crampwise.people.describing import addressed
from crampwise.safety.danger import Danger


class ActionEndCheck(Action):
    """Two messages: the summary with its strengths, and the plan with the way to the note.

    An answer that is a danger sign ends it early, with the safety answer alone.
    """

    def name(self) -> str:
        return "action_end_check"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        replies = check.replies(tracker)
        flag_id = flagged(knowledge(), replies)
        if flag_id:
            return _danger(dispatcher, tracker, flag_id)
        person = tracker.get_slot(check.PERSON) or SELF
        profile = memory.known(tracker).profile(person)
        first = summary(knowledge(), replies, profile)
        if person != SELF:
            opening = addressed(knowledge(), profile, person)
            first = replace(first, short=f"{opening}: {first.short}") if opening else first
        dispatch(dispatcher, first)
        dispatch(dispatcher, plan(knowledge(), replies))
        return [SlotSet("last_question", {"intent": "causes", "entities": {}})]


def _danger(dispatcher: CollectingDispatcher, tracker: Tracker, flag_id: str) -> list[EventType]:
    profile = memory.known(tracker).profile(tracker.get_slot(check.PERSON) or SELF)
    flag = safety.flag_for(knowledge(), flag_id, profile)
    dispatch(dispatcher, safety.answer(knowledge(), flag.id, region=region(tracker)))
    # The question is asked again when the check goes on, after the danger has been seen to.
    return [keep(Danger.told(flag.id, flag.level)), SlotSet(check.slot("signs"), None)]
