"""Asks now and then whether an answer was helpful, and hears the reply."""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import check
from crampwise.answers.types import Answer
from crampwise.store import store

FIRST, EVERY = 5, 12  # asked after the fifth answer, then after every twelfth more


def asked(
    dispatcher: CollectingDispatcher, tracker: Tracker, found: tuple[Answer, ...]
) -> list[EventType]:
    """Counts the answers given, and asks after some of them; never beside an urgent one."""
    if found[0].status != "answered":
        return []
    count = int(tracker.get_slot("answers_given") or 0) + 1
    events: list[EventType] = [SlotSet("answers_given", count)]
    due = count >= FIRST and (count - FIRST) % EVERY == 0
    if due and not check.active(tracker) and not any(answer.urgency for answer in found):
        dispatcher.utter_message(response="utter_ask_helpful")
        events.append(SlotSet("asked_about", found[-1].topic))
    return events


async def heard(
    dispatcher: CollectingDispatcher, tracker: Tracker, helpful: bool
) -> list[EventType]:
    """Thanks for a yes or no, and counts it for the topic asked about: of nobody, by the day."""
    topic = tracker.get_slot("asked_about")
    if topic:
        kept = store()
        await kept.aside(kept.feedback, topic, helpful)
    dispatcher.utter_message(response=f"utter_helpful_{'yes' if helpful else 'no'}")
    return [SlotSet("asked_about", None)]
