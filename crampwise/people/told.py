"""What a message tells of people, and what the conversation before it makes of that."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

from crampwise.people.words import CHILD

# Entities that describe a person.
FACTS = frozenset({"medicine", "condition", "age", "sex", "life_stage", "diet"})
ILL = ("medicine", "condition")  # those that cautions are for
Facts = dict[str, tuple[Any, ...]]
INFANT = "infant"  # the life stage that "baby" stands for
_TAKES_IT = re.compile(
    r"(?<!if i )(?<!can i )(?<!should i )(?<!could i )\b(?:take|takes|taking|takin|on)\s+"
    r"(?:it|them|those|one|the same)\b"
    r"|\b(?:gets|uses|prescribed|given|got) (?:it|them|those)\b"
    r"|^\W*(?:and )?(?:so (?:am|do) i|me too|i (?:am|do|take it) too|same here)\b",
    re.IGNORECASE,
)

_GIVEN = re.compile(r"\b(?:give|gives|giving|gave|feed|feeding|formula)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Told:
    """What a message tells of people.

    `person`: whom it is about, None when it names nobody. `facts` and `denied`: what it tells of
    each, entity by entity. `supposed`: what it only asks about ("what about for kids"). `called`:
    by which names each person's medicines were told, as pairs of id and name. `instead`: the one
    who was meant wrongly and the one who is meant ("not my husband, my dad"). `cleared`: who takes
    no medicines now, whatever was told before.
    """

    person: str | None = None
    facts: dict[str, Facts] = field(default_factory=dict)
    denied: dict[str, Facts] = field(default_factory=dict)
    supposed: Facts = field(default_factory=dict)
    called: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    instead: tuple[str, str] | None = None
    cleared: tuple[str, ...] = ()


def taking(told: Told, text: str, medicines: tuple[Any, ...]) -> Told:
    """`told` with `medicines`, those spoken of before, where the person "takes it too"."""
    named = any("medicine" in facts for facts in (*told.facts.values(), *told.denied.values()))
    if told.person is None or named or not medicines or not _TAKES_IT.search(text):
        return told
    own = {**told.facts.get(told.person, {}), "medicine": medicines}
    return replace(told, facts={**told.facts, told.person: own})


def taken_back(told: Told, person: str, former: Facts) -> Told:
    """`told` with `former`, what the message before told of `person`, denied where it is not so."""
    kept = {value for facts in told.facts.values() for values in facts.values() for value in values}
    denied = {
        kind: tuple(value for value in former.get(kind, ()) if value not in kept)
        for kind in (*ILL, "life_stage")
    }
    return replace(told, denied={**told.denied, person: denied})


def of_the_unborn(told: Told, text: str, expecting: bool) -> Told:
    """`told` without "the baby" as somebody else, where it is not born yet (`expecting`).

    Nor is whoever says "baby kicking lots" one. A baby that is given something, or of whom more is
    told (an age, an illness), is another one.
    """
    if not expecting or _GIVEN.search(text):
        return told
    baby = told.facts.get(CHILD, {})
    born = any(name not in ("life_stage", "sex") for name in baby)
    stages = {*baby.get("life_stage", ()), *told.supposed.get("life_stage", ())}
    if born or stages != {INFANT}:
        return told
    return replace(
        told,
        person=None if told.person == CHILD else told.person,
        facts={person: facts for person, facts in told.facts.items() if person != CHILD},
        supposed={name: v for name, v in told.supposed.items() if name != "life_stage"},
    )
