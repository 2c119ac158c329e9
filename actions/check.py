"""The cramp check between Rasa's form and the core: slots, and what needs no asking."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import ActiveLoop, SlotSet

from actions import message
from crampwise.answers.check.reading import Reply, reply_of
from crampwise.answers.types import Profile
from crampwise.knowledge.shared import knowledge
from crampwise.people.told import Facts

FORM = "cramp_check_form"
MISSES = "check_misses"  # answers in a row that could not be read
PERSON = "check_person"  # whom the answers are about
# Questions whose answers are facts of a profile.
OF_PROFILE = {"medicines": "medicine", "conditions": "condition", "diet": "diet"}

# What ends the form where it is; the answers stay, so that it can go on later.
LEFT = (ActiveLoop(None), SlotSet("requested_slot", None))


def slot(question: str) -> str:
    """The slot that holds the answer to a question."""
    return f"check_{question}"


def replies(tracker: Tracker) -> dict[str, Reply]:
    """The answers given by now, by question."""
    found = {}
    for question in knowledge().cramp_check.questions:
        reply = reply_of(tracker.get_slot(slot(question.id)))
        if reply:
            found[question.id] = reply
    return found


def active(tracker: Tracker) -> bool:
    """Whether the check is going on."""
    return bool((tracker.active_loop or {}).get("name") == FORM)


def entities(found: Facts) -> Facts:
    """What was recognised, with a condition that is a diet ("vegan") as a diet."""
    diets = {name: diet.id for diet in knowledge().diets.values() for name in diet.conditions}
    conditions = found.get("condition", ())
    eaten = tuple(diets[name] for name in conditions if name in diets)
    ill = tuple(name for name in conditions if name not in diets)
    changed = {**found, "diet": (*found.get("diet", ()), *eaten), "condition": ill}
    return {name: values for name, values in changed.items() if values}


def called(tracker: Tracker) -> tuple[tuple[str, str], ...]:
    """The medicines of the newest message with the names they were told by."""
    text = message.text_of(tracker)
    found = (m for m in message.mentions(tracker) if m.entity == "medicine")
    return tuple((str(m.value), text[m.start : m.end]) for m in found if m.start < m.end)


def told_before(profile: Profile, timing: tuple[Any, ...]) -> dict[str, Reply]:
    """Answers that need no asking, because they were told earlier."""
    known = knowledge().cramp_check
    when = next(question for question in known.questions if question.id == "when")
    diet = (profile.diet,) if profile.diet else ()
    told = entities({"condition": profile.conditions, "diet": diet})
    found = {
        "when": tuple(value for value in timing if value in when.answers)[:1],
        "medicines": profile.medicines,
        "conditions": told.get("condition", ()),
        "diet": told.get("diet", ())[:1],
    }
    return {name: Reply(tuple(map(str, values))) for name, values in found.items() if values}
