"""Shows what is known of people."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.dispatching import dispatch
from actions.memory import known
from actions.profile import known_lines
from crampwise.answers.types import Answer, Choice
from crampwise.knowledge.shared import knowledge
from crampwise.store import store


class ActionShowProfile(Action):
    """Answers "what do you know about me", with the way to have it forgotten."""

    def name(self) -> str:
        return "action_show_profile"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        words = knowledge().wording
        lines = known_lines(known(tracker)) or [words["known_none"]]
        forget = (Choice(words["ask_forget"], "forget_me"),)
        kept = store()
        count = (await kept.aside(kept.kept, tracker.sender_id)).messages
        short, *details = (*lines, words["known_kept"].format(count=count))
        dispatch(
            dispatcher,
            Answer(
                topic="profile",
                status="smalltalk",
                short=short,
                details=tuple(details),
                follow_ups=forget,
            ),
        )
        return []
