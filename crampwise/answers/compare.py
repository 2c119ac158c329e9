"""Two or more nutrients side by side, or taken together."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from crampwise.answers.passages import MAX_CHOICES, MAX_SOURCES, choice, from_passage, source_refs
from crampwise.answers.types import Answer
from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.schema import Facet, Fact, Passage, Topic

IN_FULL = 2  # so many are shown with role and cramps; of more each gets its link to cramps
MAX_COMPARED = 5


def named(knowledge: Knowledge, nutrients: tuple[str, ...]) -> tuple[str, ...]:
    """The nutrients to set side by side: a group that stands beside its own members is left out."""
    single = tuple(
        nutrient
        for nutrient in nutrients
        if not set(knowledge.nutrients[nutrient].members) & set(nutrients)
    )
    if len(single) == 1:
        single = knowledge.nutrients[single[0]].members or single
    return single[:MAX_COMPARED]


def answer(knowledge: Knowledge, topic: Topic, nutrients: tuple[str, ...]) -> Answer:
    """The general comparison, with what each named nutrient does and its link to cramps."""
    general = from_passage(knowledge, topic.id, topic.passage)
    compared = named(knowledge, nutrients)
    if len(compared) < IN_FULL:
        return general
    facets = (Facet.ROLE, Facet.CRAMPS) if len(compared) == IN_FULL else (Facet.CRAMPS,)
    facts = [
        content.short
        for nutrient in compared
        for facet in facets
        if isinstance(content := knowledge.nutrients[nutrient].facets.get(facet), Passage)
    ]
    ids = [fact.sources[0] for fact in facts] + [s for fact in facts for s in fact.sources]
    short = general.short
    if len(compared) > IN_FULL:
        short = knowledge.wording["compare_many"]
    return replace(
        general,
        topic="compare." + "+".join(compared),
        short=short,
        details=tuple(fact.text for fact in facts),
        sources=tuple(dict.fromkeys((*source_refs(knowledge, ids), *general.sources)))[
            :MAX_SOURCES
        ],
        follow_ups=tuple(choice(knowledge, f"{nutrient}.foods") for nutrient in compared)[
            :MAX_CHOICES
        ],
    )


def together(knowledge: Knowledge, nutrients: tuple[str, ...]) -> Answer | None:
    """Nutrients taken together: what is known of the first pair; None when nothing names both."""
    pairs = (_pair(knowledge, one, other) for one, other in combinations(nutrients, 2))
    return next((answer for answer in pairs if answer), None)


def _pair(knowledge: Knowledge, one: str, other: str) -> Answer | None:
    facts = [*_naming(knowledge, one, other), *_naming(knowledge, other, one)]
    content = knowledge.nutrients[one].facets.get(Facet.INTERACTIONS)
    if not facts or not isinstance(content, Passage):
        return None
    answer = from_passage(knowledge, f"{one}+{other}.interactions", content)
    first, *rest = facts
    texts = dict.fromkeys([*(fact.text for fact in rest), answer.short, *answer.details])
    ids = [source for fact in facts for source in fact.sources]
    return replace(
        answer,
        short=first.text,
        details=tuple(text for text in texts if text != first.text)[:5],
        sources=tuple(dict.fromkeys((*source_refs(knowledge, ids), *answer.sources)))[:MAX_SOURCES],
    )


def apart(knowledge: Knowledge, nutrients: tuple[str, ...]) -> Answer | None:
    """Two nutrients of whose meeting nothing is known: say so, or that one is held by the other.

    Followed by what is known of each.
    """
    one, other = (knowledge.nutrients[nutrient] for nutrient in nutrients[:2])
    passages = [
        content
        for nutrient in (one, other)
        if isinstance(content := nutrient.facets.get(Facet.INTERACTIONS), Passage)
    ]
    if not passages:
        return None
    ids = [source for passage in passages for source in passage.short.sources]
    short = knowledge.wording["pair_unknown"].format(one=one.name, other=other.name)
    for group, single in ((one, other), (other, one)):
        if single.id in group.members:
            name = group.name[0].upper() + group.name[1:]
            short = knowledge.wording["pair_within"].format(group=name, one=single.name)
    return Answer(
        topic=f"{one.id}+{other.id}.interactions",
        short=short,
        details=tuple(passage.short.text for passage in passages),
        sources=source_refs(knowledge, ids),
        follow_ups=(choice(knowledge, "interactions"),),
    )


def _naming(knowledge: Knowledge, nutrient: str, other: str) -> list[Fact]:
    """What is written of clashes of `nutrient` that names `other`."""
    content = knowledge.nutrients[nutrient].facets.get(Facet.INTERACTIONS)
    if not isinstance(content, Passage):
        return []
    name = knowledge.nutrients[other].name.lower()
    return [fact for fact in (content.short, *content.details) if name in fact.text.lower()]
