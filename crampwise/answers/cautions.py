"""Which warnings go with an answer, and which come first for this person."""

from __future__ import annotations

from dataclasses import replace

from crampwise.answers.passages import MAX_SOURCES, source_refs
from crampwise.answers.types import Answer, Profile
from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.schema import Caution

OLDER_FROM = 65  # years; ages at which the cautions for older people and children apply
CHILD_TO = 12
TEENAGER_TO = 17
MAX_CAUTIONS = 4


def life_stages(profile: Profile) -> set[str]:
    """The life stages that a profile's age, conditions and own words put a person in."""
    stages = {profile.life_stage} if profile.life_stage else set()
    if profile.age is not None:
        if profile.age <= CHILD_TO:
            stages.add("child")
        elif profile.age <= TEENAGER_TO:
            stages.add("teenager")
        elif profile.age >= OLDER_FROM:
            stages.add("older")
    if "pregnancy" in profile.conditions:
        stages.add("pregnant")
    if "breastfeeding" in profile.conditions:
        stages.add("breastfeeding")
    return stages


def concerns(knowledge: Knowledge, caution: Caution, profile: Profile) -> bool:
    """Whether the caution names something this person told of."""
    audience = caution.for_whom
    classes = {medicine for told in profile.medicines for medicine in knowledge.medicine_line(told)}
    return bool(
        classes & set(audience.medicines)
        or set(profile.conditions) & set(audience.conditions)
        or life_stages(profile) & set(audience.life_stages)
    )


def with_cautions(
    knowledge: Knowledge, answer: Answer, nutrients: tuple[str, ...], profile: Profile
) -> Answer:
    """`answer` with every caution on supplements of `nutrients`.

    Those that concern this person lead: the first of them becomes the short answer.
    """
    members = {
        member
        for nutrient in nutrients
        for member in (nutrient, *knowledge.nutrients[nutrient].members)
    }
    fitting = [
        caution
        for caution in knowledge.cautions.values()
        if not caution.nutrients or members & set(caution.nutrients)
    ]
    mine = [caution for caution in fitting if concerns(knowledge, caution, profile)]
    others = [c for c in fitting if c not in mine and (c.nutrients or c.always)]
    texts = [caution.text for caution in (*mine, *others)]
    sources = source_refs(knowledge, [s for caution in mine for s in caution.sources])
    if mine:
        lead, *rest = texts
        return replace(
            answer,
            short=lead,
            details=(answer.short, *answer.details)[:5],
            cautions=tuple(
                text for text in dict.fromkeys((*rest, *answer.cautions)) if text != lead
            )[:MAX_CAUTIONS],
            sources=tuple(dict.fromkeys((*sources, *answer.sources)))[:MAX_SOURCES],
        )
    return replace(answer, cautions=tuple(dict.fromkeys((*answer.cautions, *texts)))[:MAX_CAUTIONS])
