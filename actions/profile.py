"""Says back what is known of people."""

from __future__ import annotations

from collections.abc import Iterable

from rasa_sdk.executor import CollectingDispatcher

from actions.answering import led
from actions.dispatching import dispatch
from actions.turn import Turn
from crampwise.answers.passages import MAX_CHOICES, choice
from crampwise.answers.types import Answer, Choice, Profile
from crampwise.knowledge.shared import knowledge
from crampwise.people import SELF, Told
from crampwise.people.describing import described, names, person_name
from crampwise.people.known import Known


def known_lines(known: Known, of: Iterable[str] | None = None) -> list[str]:
    """A sentence on each person of whom something is known, the newest first, or on those `of`."""
    words = knowledge().wording
    persons = dict.fromkeys((*known.lately, *known.profiles) if of is None else of)
    lines = []
    for person in persons:
        facts = described(knowledge(), known.profile(person), person)
        if facts and person == SELF:
            lines.append(words["known_self"].format(facts=facts))
        elif facts:
            name = person_name(knowledge(), known.profile(person), person)
            lines.append(words["known_person"].format(person=name, facts=facts))
    return lines


def tells(told: Told) -> bool:
    """Whether a message told or took back something of a person."""
    facts = {**told.facts, **told.denied}
    return any(name != "sex" for of_one in facts.values() for name in of_one)


def acknowledge(dispatcher: CollectingDispatcher, turn: Turn) -> None:
    """Says what is kept in mind now, and offers what may be asked next."""
    words, told = knowledge().wording, (*turn.told.facts, *turn.told.denied)
    facts = " ".join(known_lines(turn.known, told))
    text = words["noted"].format(facts=facts) if facts else words["noted_nothing"]
    answer = Answer(topic="profile", short=text, status="smalltalk", follow_ups=_next(turn))
    dispatch(dispatcher, led(turn, answer))


def note(dispatcher: CollectingDispatcher, turn: Turn) -> None:
    """Says what is kept in mind now, before the answer to what was asked along with it."""
    facts = " ".join(known_lines(turn.known, (*turn.told.facts, *turn.told.denied)))
    if facts:
        text = knowledge().wording["noted_besides"].format(facts=facts)
        dispatch(dispatcher, Answer(topic="profile", short=text, status="smalltalk"))


def _next(turn: Turn) -> tuple[Choice, ...]:
    """Questions on what was just told, and the cramp check."""
    words, profile = knowledge().wording, turn.known.profile()
    options = [
        *_of(profile),
        Choice(words["ask_check"], "start_check"),
        choice(knowledge(), "relief"),
    ]
    return tuple(options[:MAX_CHOICES])


def _of(profile: Profile) -> list[Choice]:
    words, known = knowledge().wording, knowledge()
    medicines = [name for name in profile.medicines if name in known.medicines][-1:]
    called = {name: names(known, profile, name)[-1] for name in medicines}
    conditions = [name for name in profile.conditions if name in known.conditions][-1:]
    return [
        *(
            Choice(
                words["ask_medicine"].format(name=called[name]),
                "medicine_cause",
                {"medicine": name},
            )
            for name in medicines
        ),
        *(
            Choice(
                words["ask_condition"].format(name=known.conditions[name].name),
                "condition",
                {"condition": name},
            )
            for name in conditions
        ),
    ]
