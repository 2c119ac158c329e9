"""A question on several people at once: "is it ok for all of us?", "can either of us have it?"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain
from typing import TypeVar

from crampwise.answers.cautions import YOUNG, life_stages
from crampwise.answers.types import Profile
from crampwise.people.known import Known
from crampwise.people.words import PET

Value = TypeVar("Value")
EVERYBODY = "everybody"  # stands where one person's id does, for all who were told of
_ALL = re.compile(
    r"\b(?:all|both|either|any|each|every one|everyone|which|who|one|none|neither|some|most|two|"
    r"three|four|the lot) (?:one )?of us\b|\bus (?:all|both|lot)\b"
    r"|\bwe (?:(?:can|could|may|should|might) )?(?:all|both|each)\b"
    r"|\b(?:whole|entire|all the|rest of the|for (?:the|our|my)) (?:family|household|house|clan)\b"
    r"|\bfor (?:all|everyone|everybody)\b(?! of (?:it|them|these|those))"
    r"|\b(?:everyone|everybody) (?:here|at home|in (?:the|our|my) (?:house|home|family))\b"
    r"|\bthe (?:two|three|four|five) of (?:us|them)\b"
    r"|\b(?:who|which|either|all) of them (?:can|may|could|should|must|has|take|have)\b",
    re.IGNORECASE,
)


def of_all(text: str) -> bool:
    """Whether `text` asks of everybody at once who was told of."""
    return bool(_ALL.search(text))


def together(known: Known, profile: Profile) -> Profile:
    """What is to be minded of everybody: the medicines and illnesses of `profile` and all others.

    With a life stage that calls for caution: of a child before that of someone older.
    """
    people = [profile, *(kept for who, kept in known.profiles.items() if who != PET)]
    stages = set(chain.from_iterable(map(life_stages, people)))
    young = sorted(stages & YOUNG) or sorted(stages & {"infant", "older"})
    return Profile(
        medicines=_each(one.medicines for one in people),
        conditions=_each(one.conditions for one in people),
        life_stage=young[0] if young else None,
        called=_each(one.called for one in people),
    )


def _each(of_people: Iterable[tuple[Value, ...]]) -> tuple[Value, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(of_people)))
