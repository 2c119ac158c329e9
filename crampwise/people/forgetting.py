"""Takes out of what is known the one thing that a person wants forgotten."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from crampwise.entities import Found
from crampwise.people.known import Known, without
from crampwise.people.told import FACTS, Facts
from crampwise.people.words import SELF, People

# Kinds of facts in a person's words: "forget my age", "delete my medicines".
_KINDS = (
    (re.compile(r"\bage\b|\bhow old\b", re.IGNORECASE), {"age": None, "life_stage": None}),
    (
        re.compile(
            r"\b(?:medicines?|medications?|meds|tablets|pills|drugs|prescriptions?)\b", re.I
        ),
        {"medicines": ()},
    ),
    (
        re.compile(r"\b(?:conditions?|illness(?:es)?|diseases?|diagnos\w+|health)\b", re.I),
        {"conditions": ()},
    ),
    (re.compile(r"\b(?:sex|gender)\b", re.IGNORECASE), {"sex": None}),
    (re.compile(r"\bdiet\b", re.IGNORECASE), {"diet": None}),
)


def less(people: People, known: Known, text: str, found: Iterable[Found]) -> Known | None:
    """What stays known when `text` asks to forget one thing; None when it means everything."""
    named: Facts = {}
    for item in found:
        if item.entity in FACTS - {"sex"}:
            named[item.entity] = (*named.get(item.entity, ()), item.value)
    others = [m.person for m in people.markers(text, known.lately) if m.person != SELF]
    profiles = dict(known.profiles)
    if named:
        return Known({p: without(profile, named) for p, profile in profiles.items()}, known.lately)
    if others:
        return Known(
            {p: profile for p, profile in profiles.items() if p not in others},
            tuple(person for person in known.lately if person not in others),
        )
    for pattern, cleared in _KINDS:
        if pattern.search(text):
            changed = {p: replace(profile, **cleared) for p, profile in profiles.items()}
            return Known(changed, known.lately)
    return None
