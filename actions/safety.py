"""What the safety actions share: where the person is, what is kept in mind."""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet

from actions.check import LEFT
from crampwise.answers.safety import FLAGGED, OVER
from crampwise.safety.aftermath import AFTERMATH, Aftermath
from crampwise.safety.danger import DANGER, Danger
from crampwise.safety.places import REGION, places


def region(tracker: Tracker) -> str | None:
    """The region told in the conversation, or that of the locale the channel passed."""
    told = tracker.get_slot(REGION)
    if told:
        return str(told)
    metadata = tracker.latest_message.get("metadata") or {}
    return places().of_locale(str(metadata.get("locale") or ""))


def kept(tracker: Tracker) -> Danger | None:
    """The danger told before, as long as it is kept in mind."""
    return Danger.kept(tracker.get_slot(DANGER))


def last_answered(tracker: Tracker) -> str | None:
    """The flag of the danger answered last, if nothing but its end was said after it."""
    for event in reversed(tracker.events):
        said = (event.get("metadata") or {}).get("answer") if event.get("event") == "bot" else None
        topic = str(said.get("topic") or "") if said else ""
        if event.get("event") == "bot" and topic != OVER:
            found = topic.partition(FLAGGED)[2] if topic.startswith(FLAGGED) else ""
            return found or None
    return None


def keep(danger: Danger | None) -> EventType:
    """Keeps `danger` in mind, or nothing."""
    return SlotSet(DANGER, vars(danger) if danger else None)


def left_form(tracker: Tracker) -> list[EventType]:
    """Leaves the form that was being filled in, as danger ends it."""
    if not tracker.active_loop.get("name"):
        return []
    return list(LEFT)


def told_after(tracker: Tracker) -> Aftermath | None:
    """What the newest message tells of a danger told before it."""
    found = tracker.latest_message.get(AFTERMATH)
    return Aftermath(found) if found else None
