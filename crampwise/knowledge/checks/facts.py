"""Every sourced text of the knowledge base, one after the other."""

from __future__ import annotations

from collections.abc import Iterator

from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.schema import Fact


def facts(knowledge: Knowledge) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    """Every sourced text, as (file, key, text, source ids)."""

    def of(file: str, key: str, fact: Fact) -> tuple[str, str, str, tuple[str, ...]]:
        return file, key, fact.text, fact.sources

    for file, key, passage in knowledge.passages():
        yield of(file, f"{key}.short", passage.short)
        for number, detail in enumerate(passage.details, start=1):
            yield of(file, f"{key}.details.{number}", detail)
        if passage.evidence:
            yield file, f"{key}.evidence", passage.evidence.text, passage.evidence.sources
    for caution in knowledge.cautions.values():
        yield "cautions.yml", caution.id, caution.text, caution.sources
    for measure in knowledge.measures.values():
        for number, band in enumerate(measure.blood.bands if measure.blood else (), start=1):
            yield of("measures.yml", f"{measure.id}.blood.bands.{number}", band)
    for flag in knowledge.red_flags.values():
        yield of("red_flags.yml", f"{flag.id}.answer", flag.answer)
        for number, detail in enumerate(flag.details, start=1):
            yield of("red_flags.yml", f"{flag.id}.details.{number}", detail)
    for key, fact in knowledge.cramp_check.facts.items():
        yield of("check.yml", key, fact)
