"""Turns a passage of the knowledge base into an answer."""

from __future__ import annotations

from collections.abc import Iterable

from crampwise.answers.types import Answer, Choice, EvidenceNote, SourceRef, Urgency
from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.schema import Facet, Passage

MAX_SOURCES = 4
MAX_CHOICES = 3


def source_refs(knowledge: Knowledge, ids: Iterable[str]) -> tuple[SourceRef, ...]:
    """Title and address of each source once, in the order of `ids`, at most four."""
    found = (knowledge.sources[identity] for identity in dict.fromkeys(ids))
    return tuple(SourceRef(source.named, source.url) for source in list(found)[:MAX_SOURCES])


def choice(knowledge: Knowledge, target: str) -> Choice:
    """The button for a follow-up: a topic's id, or "nutrient.facet"."""
    if target in knowledge.topics:
        topic = knowledge.topics[target]
        return Choice(topic.question, topic.intent, dict(topic.when))
    nutrient_id, _, facet = target.partition(".")
    asked = knowledge.facets[Facet(facet)]
    nutrient = knowledge.nutrients[nutrient_id]
    entities = {"nutrient": nutrient_id, **asked.when}
    return Choice(asked.question.format(name=nutrient.name), asked.intent, entities)


def from_passage(
    knowledge: Knowledge, topic: str, passage: Passage, urgency: Urgency | None = None
) -> Answer:
    """The passage as an answer; cautions named in it come along with their sources."""
    cautions = [knowledge.cautions[identity] for identity in passage.cautions]
    ids = [*passage.short.sources]
    for detail in passage.details:
        ids.extend(detail.sources)
    evidence = None
    if passage.evidence:
        grade = passage.evidence.grade
        evidence = EvidenceNote(grade, knowledge.wording[f"grade_{grade}"], passage.evidence.text)
        ids.extend(passage.evidence.sources)
    for caution in cautions:
        ids.extend(caution.sources)
    return Answer(
        topic=topic,
        short=passage.short.text,
        details=tuple(detail.text for detail in passage.details),
        cautions=tuple(caution.text for caution in cautions),
        evidence=evidence,
        sources=source_refs(knowledge, ids),
        follow_ups=tuple(choice(knowledge, target) for target in passage.follow_ups)[:MAX_CHOICES],
        urgency=urgency,
    )
