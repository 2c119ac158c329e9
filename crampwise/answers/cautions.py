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
TAKEN = ("remedy.", "dehydration")  # topics on things taken, though not as a supplement


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
    members = _members(knowledge, nutrients)
    fitting = [
        caution
        for caution in knowledge.cautions.values()
        if not caution.nutrients or members & set(caution.nutrients)
    ]
    mine = [caution for caution in fitting if concerns(knowledge, caution, profile)]
    others = [c for c in fitting if c not in mine and (c.nutrients or c.always)]
    if mine:
        return _led(knowledge, answer, mine, [caution.text for caution in others])
    texts = [caution.text for caution in others]
    return replace(answer, cautions=tuple(dict.fromkeys((*answer.cautions, *texts)))[:MAX_CAUTIONS])


def with_own_cautions(
    knowledge: Knowledge, answer: Answer, nutrients: tuple[str, ...], profile: Profile
) -> Answer:
    """`answer` with what concerns this person; what its own passage warns them of leads.

    For answers that are not on taking something: a person with weak kidneys who asks for foods
    must read the caution on potassium before the list, whoever else may skip it.
    """
    members = _members(knowledge, nutrients)
    mine = [c for c in knowledge.cautions.values() if concerns(knowledge, c, profile)]
    fitting = [c for c in mine if c.nutrients and members & set(c.nutrients)]
    leading = [
        caution
        for caution in mine
        if (caution in fitting and answer.topic.startswith("compare."))
        or (
            caution.text in answer.cautions
            and (caution in fitting or (not members and answer.topic.startswith(TAKEN)))
        )
    ]
    if leading:
        return _led(knowledge, answer, [*leading, *fitting], [])
    extra = [caution.text for caution in fitting]
    sources = source_refs(knowledge, [source for c in fitting for source in c.sources])
    return replace(
        answer,
        cautions=tuple(dict.fromkeys((*extra, *answer.cautions)))[:MAX_CAUTIONS],
        sources=tuple(dict.fromkeys((*answer.sources[:3], *sources, *answer.sources)))[
            :MAX_SOURCES
        ],
    )


def warned(
    knowledge: Knowledge, answer: Answer, nutrients: tuple[str, ...], profile: Profile
) -> Answer:
    """`answer` led by what concerns this person of `nutrients`, though the question was unclear."""
    members = _members(knowledge, nutrients)
    fitting = [c for c in knowledge.cautions.values() if members & set(c.nutrients)]
    return led_by(knowledge, answer, [c for c in fitting if concerns(knowledge, c, profile)])


def led_by(knowledge: Knowledge, answer: Answer, cautions: list[Caution]) -> Answer:
    """`answer` with the first of `cautions` before it and the others below; as is without any."""
    return _led(knowledge, answer, cautions, []) if cautions else answer


def _members(knowledge: Knowledge, nutrients: tuple[str, ...]) -> set[str]:
    return {
        member
        for nutrient in nutrients
        for member in (nutrient, *knowledge.nutrients[nutrient].members)
    }


def _led(knowledge: Knowledge, answer: Answer, mine: list[Caution], others: list[str]) -> Answer:
    lead, *rest = dict.fromkeys(caution.text for caution in mine)
    sources = source_refs(knowledge, [source for c in mine for source in c.sources])
    below = dict.fromkeys((*rest, *others, *answer.cautions))
    return replace(
        answer,
        short=lead,
        details=(answer.short, *answer.details)[:5],
        cautions=tuple(text for text in below if text != lead)[:MAX_CAUTIONS],
        sources=tuple(dict.fromkeys((*sources, *answer.sources)))[:MAX_SOURCES],
        led=True,
    )
