"""Begins the cramp check, or goes on with it."""

from __future__ import annotations

import re
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import check, memory, message
from actions.turn import understood
from crampwise.answers.check.reading import Reply
from crampwise.knowledge.shared import knowledge

_ANEW = re.compile(
    r"\b(?:again|anew|new|re-?start|re-?do|start over|from the (?:start|beginning))\b",
    re.IGNORECASE,
)


class ActionBeginCheck(Action):
    """Fills in what was told before, so that it is not asked.

    Answers of another person, or of a check that was finished, are cleared first.
    """

    def name(self) -> str:
        return "action_begin_check"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        turn = understood(tracker)
        questions = [question.id for question in knowledge().cramp_check.questions]
        given = check.replies(tracker)
        person = turn.known.person
        other = tracker.get_slot(check.PERSON) not in (None, person)
        anew = other or len(given) == len(questions) or _ANEW.search(message.text_of(tracker))
        kept: dict[str, Reply] = {} if anew else given
        before = memory.before(tracker)
        timing = turn.question.entities.get("timing") or (before.entities if before else {}).get(
            "timing", ()
        )
        answers = {**check.told_before(turn.known.profile(), timing), **kept}
        words = knowledge().wording
        if kept:
            dispatcher.utter_message(text=words["check_go_on"])
        else:
            count = len(questions) - len(answers)
            dispatcher.utter_message(text=words["check_begin"].format(count=count))
        return [
            *turn.events(answered=False),
            # Also where the start was wished for beside something else, and no rule leads on.
            FollowupAction(check.FORM),
            SlotSet(check.PERSON, person),
            SlotSet(check.MISSES, 0),
            *(
                SlotSet(check.slot(name), answers[name].stored() if name in answers else None)
                for name in questions
            ),
        ]
