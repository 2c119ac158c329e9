"""What a person told of themselves, brought into a general answer."""

from __future__ import annotations

from dataclasses import replace

from crampwise.answers.passages import MAX_SOURCES, source_refs
from crampwise.answers.types import Answer, Profile
from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.schema import Passage

MAX_OWN = 2  # so many of the medicines and illnesses told are taken up in one answer
MAX_DETAILS = 5


def with_own_causes(knowledge: Knowledge, answer: Answer, profile: Profile) -> Answer:
    """`answer` with what is known of the medicines and illnesses this person told of."""
    own = _passages(knowledge, profile)[:MAX_OWN]
    facts = [passage.short for passage in own if passage.short.text != answer.short]
    if not facts:
        return answer
    texts = dict.fromkeys((*(fact.text for fact in facts), *answer.details))
    sources = source_refs(knowledge, [source for fact in facts for source in fact.sources[:1]])
    first = answer.sources[: MAX_SOURCES - len(sources)]
    return replace(
        answer,
        details=tuple(texts)[:MAX_DETAILS],
        sources=tuple(dict.fromkeys((*first, *sources, *answer.sources)))[:MAX_SOURCES],
    )


def _passages(knowledge: Knowledge, profile: Profile) -> list[Passage]:
    medicines = [
        knowledge.medicines[m].about for m in profile.medicines if m in knowledge.medicines
    ]
    conditions = [
        knowledge.conditions[c].about for c in profile.conditions if c in knowledge.conditions
    ]
    return [*medicines, *conditions]
