"""Two or more nutrients side by side."""

from __future__ import annotations

from dataclasses import replace

from crampwise.answers.passages import MAX_SOURCES, choice, from_passage, source_refs
from crampwise.answers.types import Answer
from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.schema import Facet, Passage, Topic

MAX_COMPARED = 2


def answer(knowledge: Knowledge, topic: Topic, nutrients: tuple[str, ...]) -> Answer:
    """The general comparison, with what each named nutrient does and its link to cramps."""
    general = from_passage(knowledge, topic.id, topic.passage)
    if len(nutrients) < MAX_COMPARED:
        return general
    compared = nutrients[:MAX_COMPARED]
    texts: list[str] = []
    ids: list[str] = []
    for nutrient in compared:
        for facet in (Facet.ROLE, Facet.CRAMPS):
            content = knowledge.nutrients[nutrient].facets.get(facet)
            if isinstance(content, Passage):
                texts.append(content.short.text)
                ids.extend(content.short.sources)
    return replace(
        general,
        topic="compare." + "+".join(compared),
        details=tuple(texts),
        sources=tuple(dict.fromkeys((*source_refs(knowledge, ids), *general.sources)))[
            :MAX_SOURCES
        ],
        follow_ups=tuple(choice(knowledge, f"{nutrient}.foods") for nutrient in compared),
    )
