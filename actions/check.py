"""The cramp check between Rasa's form and the core: slots, and what needs no asking."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker

from crampwise.answers.check.reading import Reply, reply_of
from crampwise.answers.types import Profile
from crampwise.knowledge.shared import knowledge

FORM = "cramp_check_form"
MISSES = "check_misses"  # answers in a row that could not be read
PERSON = "check_person"  # whom the answers are about
# Questions whose answers are facts of a profile.
OF_PROFILE = {"medicines": "medicine", "conditions": "condition", "diet": "diet"}


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


def told_before(profile: Profile, timing: tuple[Any, ...]) -> dict[str, Reply]:
    """Answers that need no asking, because they were told earlier."""
    known = knowledge().cramp_check
    when = next(question for question in known.questions if question.id == "when")
    found = {
        "when": tuple(str(value) for value in timing if value in when.answers)[:1],
        "medicines": profile.medicines,
        "conditions": tuple(name for name in profile.conditions if name != "vegan_diet"),
        "diet": (profile.diet,) if profile.diet else (),
    }
    if "vegan_diet" in profile.conditions:
        found["diet"] = ("vegan",)
    return {name: Reply(tuple(map(str, values))) for name, values in found.items() if values}
