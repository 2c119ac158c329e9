"""What else is known of the thing that an answer was about."""

from __future__ import annotations

from dataclasses import replace

from crampwise.answers.passages import MAX_SOURCES, source_refs
from crampwise.answers.types import Answer
from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.schema import Facet, Passage

MAX_DETAILS = 5
# What is told of a nutrient beyond the facet that was asked for, in this order.
TOLD = (
    Facet.CRAMPS,
    Facet.ROLE,
    Facet.SUPPLEMENTS,
    Facet.TOO_LITTLE,
    Facet.AT_RISK,
    Facet.TOO_MUCH,
    Facet.TESTING,
)


def more(knowledge: Knowledge, answer: Answer) -> Answer:
    """For a nutrient the gist of its other facets; else the answer with a word on its sources.

    Cautions stay, and a caution that led goes on leading.
    """
    nutrient, _, facet = answer.topic.partition(".")
    if nutrient not in knowledge.nutrients:
        end = knowledge.wording["more_none"]
        return replace(answer, details=(*answer.details[: MAX_DETAILS - 1], end))
    known = knowledge.nutrients[nutrient]
    passages = [
        content
        for other in TOLD
        if other.value != facet and isinstance(content := known.facets.get(other), Passage)
    ]
    opening = knowledge.wording["more"].format(name=known.name)
    texts = [passage.short.text for passage in passages]
    ids = [passage.short.sources[0] for passage in passages]
    if answer.led:
        short, details = answer.short, (opening, *texts)
    else:
        short, details = opening, tuple(texts)
    return replace(
        answer,
        short=short,
        details=details[:MAX_DETAILS],
        evidence=None,
        table=None,
        sources=source_refs(knowledge, ids)[:MAX_SOURCES],
    )
