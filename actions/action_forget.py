"""Hears what is to be forgotten: one thing, or everything."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.dispatching import dispatch
from actions.forgetting import left, meant
from actions.message import is_button
from actions.profile import known_lines
from crampwise.answers.types import Answer, Choice
from crampwise.knowledge.shared import knowledge


class ActionForget(Action):
    """ "Forget that I'm diabetic" takes that out; "forget me" goes on to `action_forget_me`.

    Nothing comes back once it is deleted: without a word of forgetting it is asked first.
    """

    def name(self) -> str:
        return "action_forget"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        after, words = left(tracker), knowledge().wording
        if after is None and (is_button(tracker) or meant(tracker)):
            return [FollowupAction("action_forget_me")]
        if after is None:
            ask = (Choice(words["ask_forget"], "forget_me"),)
            asked = Answer("profile", words["forget_sure"], status="smalltalk", follow_ups=ask)
            dispatch(dispatcher, asked)
            return []
        facts = " ".join(known_lines(after))
        text = words["known_forgot"].format(facts=facts) if facts else words["known_forgot_all"]
        dispatch(dispatcher, Answer(topic="profile", status="smalltalk", short=text))
        return [SlotSet("people", after.stored()), SlotSet("last_question", None)]
