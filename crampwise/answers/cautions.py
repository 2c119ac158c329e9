"""Which warnings go with an answer, and which come first for this person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from crampwise.answers.passages import MAX_SOURCES, source_refs
from crampwise.answers.types import Answer, Profile
from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.schema import Caution, Fact

OLDER_FROM = 65  # years; ages at which the cautions for older people and children apply
CHILD_TO = 12
TEENAGER_TO = 17
YOUNG = frozenset({"child", "teenager"})  # the life stages that an age decides
MAX_CAUTIONS = 4
# Intents about taking something: their answers carry the cautions on supplements.
ABOUT_TAKING = frozenset({"supplements", "dose", "interactions", "too_much"})
# Topics on things taken, though not as a supplement.
TAKEN = ("remedy.", "dehydration", "how_much_water", "water_retention")


def life_stages(profile: Profile) -> set[str]:
    """The life stages that a profile's age, conditions and own words put a person in."""
    stages = {profile.life_stage} if profile.life_stage else set()
    if profile.age is not None:
        stages -= YOUNG  # "my son" may be a child, but of fifteen or forty he is none
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


def nearest_first(
    knowledge: Knowledge, cautions: Iterable[Caution], nutrients: Sequence[str]
) -> list[Caution]:
    """`cautions`, those on what was named first before those on the rest, and on its members."""
    order = dict.fromkeys((*nutrients, *members(knowledge, tuple(nutrients))))
    rank = {nutrient: place for place, nutrient in enumerate(order)}
    # Members of groups are of one rank: a set has no order.
    last = len(nutrients)
    return sorted(
        cautions,
        key=lambda caution: min(
            (min(rank.get(n, last), last) for n in caution.nutrients), default=last
        ),
    )


def with_cautions(
    knowledge: Knowledge, answer: Answer, nutrients: tuple[str, ...], profile: Profile
) -> Answer:
    """`answer` with every caution on supplements of `nutrients`.

    Those that concern this person lead: the first of them becomes the short answer.
    """
    held = members(knowledge, nutrients)
    fitting = [
        caution
        for caution in knowledge.cautions.values()
        if held & set(caution.nutrients) or not (caution.nutrients or caution.named_only)
    ]
    mine = nearest_first(
        knowledge, [c for c in fitting if concerns(knowledge, c, profile)], nutrients
    )
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
    held = members(knowledge, nutrients)
    mine = [c for c in knowledge.cautions.values() if concerns(knowledge, c, profile)]
    fitting = [c for c in mine if c.nutrients and held & set(c.nutrients)]
    leading = [
        caution
        for caution in mine
        if (caution in fitting and answer.topic.startswith("compare."))
        or (
            caution.text in answer.cautions
            and (caution in fitting or (not held and answer.topic.startswith(TAKEN)))
        )
    ]
    if leading:
        return _led(knowledge, answer, [*leading, *fitting], [])
    return below(knowledge, answer, fitting)


def below(knowledge: Knowledge, answer: Answer, facts: Iterable[Caution | Fact]) -> Answer:
    """`answer` with `facts` among its cautions; as is without any, or where it says them."""
    said = (answer.short, *answer.details)
    new = [fact for fact in facts if fact.text not in said]
    if not new:
        return answer
    texts = (*(fact.text for fact in new), *answer.cautions)
    sources = source_refs(knowledge, [source for fact in new for source in fact.sources])
    return replace(
        answer,
        cautions=tuple(dict.fromkeys(texts))[:MAX_CAUTIONS],
        sources=tuple(dict.fromkeys((*answer.sources[:3], *sources, *answer.sources)))[
            :MAX_SOURCES
        ],
    )


def led_by(knowledge: Knowledge, answer: Answer, facts: Sequence[Caution | Fact]) -> Answer:
    """`answer` with the first of `facts` before it and the others below; as is without any."""
    return _led(knowledge, answer, facts, []) if facts else answer


def members(knowledge: Knowledge, nutrients: tuple[str, ...]) -> set[str]:
    """The nutrients with those that the groups among them hold."""
    return {
        member
        for nutrient in nutrients
        for member in (nutrient, *knowledge.nutrients[nutrient].members)
    }


def _led(
    knowledge: Knowledge, answer: Answer, mine: Sequence[Caution | Fact], others: list[str]
) -> Answer:
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
