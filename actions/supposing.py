"""What may well hold of whoever is to take something, though nobody said so: to be warned by only.

Whoever writes "Entresto" and then asks of a powder may take it; and "he", whom no message has
named, may be the one of "carer for a gentleman on lithium". Where a message names nobody, it may be
on the one whose illness was told, though a grandson was spoken of in between.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rasa_sdk import Tracker

from actions.message import entities_of, just_before, text_of
from crampwise.answers.cautions import life_stages
from crampwise.answers.types import Profile
from crampwise.entities import UNNAMED
from crampwise.people import SELF, People
from crampwise.people.clauses import not_now
from crampwise.people.correcting import corrects_former, is_corrected
from crampwise.people.known import Known, is_pregnant, merged
from crampwise.people.not_now import over, takes_nothing
from crampwise.people.told import ILL, Facts
from crampwise.people.words import STRANGERS

PREGNANCY, PREGNANT = "pregnancy", "pregnant"  # the condition, and the life stage
FAR = 8  # messages before the newest in which a medicine named without a word may be one's own


def supposed(
    tracker: Tracker, people: People, known: Known, profile: Profile, named_now: bool
) -> Profile:
    """`profile`, that of whom `known` says the conversation is about, with what may hold of them.

    Of oneself: medicines and illnesses named just before that nobody is said to be without. Of a
    stranger: what was told without saying of whom. Unless the message names somebody
    (`named_now`): what was told of oneself, or of the other of whom an illness was told.
    """
    told = known.profile(SELF)
    if known.person != SELF:
        unknown = known.person in STRANGERS and not _ill(profile)
        if unknown:
            return merged(profile, _told_of_somebody(told, profile))
        return profile if named_now else merged(profile, _illness(told))
    if not (named_now or _ill(told)):
        others = (known.profile(person) for person in known.lately)
        profile = merged(profile, next((_illness(other) for other in others if _ill(other)), {}))
    said = just_before(tracker, FAR)
    texts = [*(str(parsed.get("text") or "") for parsed in said), text_of(tracker)]
    named = entities_of(
        item
        for parsed, text, after in zip(said, texts, texts[1:])
        if _may_be_own(people, text) and not corrects_former(after)
        for item in parsed.get("entities") or ()
        if not _is_past(text, item)
    )
    return merged(profile, {kind: named.get(kind, ()) for kind in ILL})


def less_pregnancy_of_a_man(profile: Profile, told: Profile) -> Profile:
    """`profile` without a pregnancy that is only supposed of somebody `told` to be a man."""
    if told.sex != "male" or is_pregnant(told) or not is_pregnant(profile):
        return profile
    stage = None if profile.life_stage == PREGNANT else profile.life_stage
    conditions = tuple(name for name in profile.conditions if name != PREGNANCY)
    return replace(profile, conditions=conditions, life_stage=stage)


def _ill(profile: Profile) -> bool:
    return bool(profile.medicines or profile.conditions)


def _illness(told: Profile) -> Facts:
    return {"medicine": told.medicines, "condition": told.conditions}


def _told_of_somebody(told: Profile, stranger: Profile) -> Facts:
    """What was told without saying of whom: an age only where it makes the stranger a child."""
    facts = _illness(told)
    young = {"child", "teenager"} & life_stages(told)
    fits = told.sex in (None, stranger.sex)
    if not young or not fits or stranger.age is not None:
        return facts
    return {
        **facts,
        "age": () if told.age is None else (told.age,),
        "life_stage": (told.life_stage,) if told.life_stage else (),
    }


def _is_past(text: str, item: dict[str, Any]) -> bool:
    start, end = item.get("start", 0), item.get("end", 0)
    if item["entity"] == "medicine" and takes_nothing(text):
        return True
    if item.get("extractor") == UNNAMED:
        return over(text[start:end], text[end:])
    return is_corrected(text, end) or not_now(text, start, end)


def _may_be_own(people: People, text: str) -> bool:
    return not any(marker.person != SELF for marker in people.markers(text))
