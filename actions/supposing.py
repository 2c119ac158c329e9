"""What may well hold of whoever is to take something, though nobody said so: to be warned by only.

Whoever writes "Entresto" and then asks of a powder may take it; and "he", whom no message has
named, may be the one of "carer for a gentleman on lithium".
"""

from __future__ import annotations

import re

from rasa_sdk import Tracker

from actions.message import entities_of, just_before
from crampwise.answers.cautions import life_stages
from crampwise.answers.types import Profile
from crampwise.people import SELF, People
from crampwise.people.known import Known, merged
from crampwise.people.reading import Facts
from crampwise.people.words import STRANGERS

_WITHOUT = re.compile(
    r"n't\b|\b(?:not?|never|without|stopped|quit|off|used to|forget|sorry|instead)\b", re.IGNORECASE
)


def supposed(tracker: Tracker, people: People, known: Known, profile: Profile) -> Profile:
    """`profile`, that of whom `known` says the conversation is about, with what may hold of them.

    Of oneself: medicines and illnesses named just before that nobody is said to be without. Of a
    stranger: what was told without saying of whom.
    """
    told = known.profile(SELF)
    if known.person != SELF:
        unknown = known.person in STRANGERS and not (profile.medicines or profile.conditions)
        return merged(profile, _told_of_somebody(told, profile)) if unknown else profile
    named = entities_of(
        item
        for parsed in just_before(tracker)
        if _may_be_own(people, str(parsed.get("text") or ""))
        for item in parsed.get("entities") or ()
    )
    return merged(profile, {kind: named.get(kind, ()) for kind in ("medicine", "condition")})


def _told_of_somebody(told: Profile, stranger: Profile) -> Facts:
    """What was told without saying of whom: an age only where it makes the stranger a child."""
    facts: Facts = {"medicine": told.medicines, "condition": told.conditions}
    young = {"child", "teenager"} & life_stages(told)
    fits = told.sex in (None, stranger.sex)
    if not young or not fits or stranger.age is not None:
        return facts
    return {
        **facts,
        "age": () if told.age is None else (told.age,),
        "life_stage": (told.life_stage,) if told.life_stage else (),
    }


def _may_be_own(people: People, text: str) -> bool:
    others = any(marker.person != SELF for marker in people.markers(text))
    return not others and not _WITHOUT.search(text)
