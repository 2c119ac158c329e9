"""Hears what is to be forgotten: one thing, or everything."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.dispatching import dispatch
from actions.forgetting import left
from actions.profile import known_lines
from crampwise.answers.types import Answer
from crampwise.knowledge.shared import knowledge


class ActionForget(Action):
    """ "Forget that I'm diabetic" takes that out; "forget me" goes on to `action_forget_me`."""

    def name(self) -> str:
        return "action_forget"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        after = left(tracker)
        if after is None:
            return [FollowupAction("action_forget_me")]
        words, facts = knowledge().wording, " ".join(known_lines(after))
        text = words["known_forgot"].format(facts=facts) if facts else words["known_forgot_all"]
        dispatch(dispatcher, Answer(topic="profile", status="smalltalk", short=text))
        return [SlotSet("people", after.stored()), SlotSet("last_question", None)]
