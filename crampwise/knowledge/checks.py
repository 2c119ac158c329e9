"""What must hold between the files of the knowledge base."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator

from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.errors import Problem
from crampwise.knowledge.schema import (
    MAX_SHORT_SENTENCES,
    Facet,
    Fact,
    NotApplicable,
    Passage,
)

# Dots inside these do not end a sentence.
ABBREVIATIONS = re.compile(r"\b(?:e\.g|i\.e|etc|vs|approx|Dr)\.|\d\.\d")
SENTENCE_END = re.compile(r"[.!?](?=\s|$)")
PERSONAL_DOSE = re.compile(
    r"\b(?:you should take|take|start with|try)\s+(?:up to\s+)?\d[\d,.]*\s*(?:mg|mcg|iu|g|grams)\b",
    re.IGNORECASE,
)
STOP_MEDICINE = re.compile(
    r"(?<!not )(?<!never )(?<!n't )\b(?:stop|quit|come off) (?:taking )?your "
    r"(?:medicine|medication|tablets?|pills?|statin|diuretic|drug)s?",
    re.IGNORECASE,
)


def check(knowledge: Knowledge) -> list[Problem]:
    """Every broken promise between files; empty when the knowledge base is whole."""
    return [
        *_sources(knowledge),
        *_facets(knowledge),
        *_references(knowledge),
        *_sentences(knowledge),
        *_names(knowledge),
        *_tables(knowledge),
    ]


def sentences(text: str) -> int:
    """How many sentences a text has."""
    return len(SENTENCE_END.findall(ABBREVIATIONS.sub("x", text)))


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
    for flag in knowledge.red_flags.values():
        yield of("red_flags.yml", f"{flag.id}.answer", flag.answer)
        for number, detail in enumerate(flag.details, start=1):
            yield of("red_flags.yml", f"{flag.id}.details.{number}", detail)


def _sources(knowledge: Knowledge) -> Iterator[Problem]:
    used = {food.source for food in knowledge.foods.values()}
    used |= {intake.source for intake in knowledge.intakes}
    for file, key, _, sources in facts(knowledge):
        used.update(sources)
        for source in sources:
            if source not in knowledge.sources:
                yield Problem(file, f"{key}.sources", f"'{source}' is not in sources.yml")
    for table, ids in (
        ("foods.csv", {food.source for food in knowledge.foods.values()}),
        ("intakes.csv", {intake.source for intake in knowledge.intakes}),
    ):
        for source in sorted(ids - set(knowledge.sources)):
            yield Problem(table, "source", f"'{source}' is not in sources.yml")
    for source in knowledge.sources:
        if source not in used:
            yield Problem("sources.yml", source, "is used by no fact")


def _facets(knowledge: Knowledge) -> Iterator[Problem]:
    for nutrient in knowledge.nutrients.values():
        file = f"nutrients/{nutrient.id}.yml"
        for facet in Facet:
            if facet not in nutrient.facets:
                yield Problem(
                    file,
                    f"facets.{facet.value}",
                    "is missing; fill it or say 'not_applicable: reason'",
                )
        for facet, content in nutrient.facets.items():
            if isinstance(content, NotApplicable):
                continue
            if facet in (Facet.CRAMPS, Facet.SUPPLEMENTS) and content.evidence is None:
                yield Problem(file, f"facets.{facet.value}.evidence", "is missing")
        for member in nutrient.members:
            if member not in knowledge.nutrients:
                yield Problem(file, "members", f"'{member}' is not a nutrient")
        if nutrient.kind != "group" and nutrient.unit is None:
            yield Problem(file, "unit", "is missing: mg or mcg")
    for facet in Facet:
        if facet not in knowledge.facets:
            yield Problem("facets.yml", facet.value, "is missing")


def _references(knowledge: Knowledge) -> Iterator[Problem]:
    for file, key, passage in knowledge.passages():
        for caution in passage.cautions:
            if caution not in knowledge.cautions:
                yield Problem(file, f"{key}.cautions", f"'{caution}' is not in cautions.yml")
        for target in passage.follow_ups:
            if not _is_target(knowledge, target):
                reason = f"'{target}' is neither a topic nor nutrient.facet"
                yield Problem(file, f"{key}.follow_ups", reason)
    for file, key, wanted, known in _mentions(knowledge):
        for identity in wanted:
            if identity not in known:
                yield Problem(file, key, f"'{identity}' is unknown")


def _mentions(
    knowledge: Knowledge,
) -> Iterator[tuple[str, str, Iterable[str], Container[str]]]:
    """Every list of ids, as (file, key, the ids, those that exist)."""
    for medicine in knowledge.medicines.values():
        key = f"{medicine.id}.with_nutrient"
        yield "medicines.yml", key, medicine.with_nutrient, knowledge.nutrients
        if medicine.parent:
            yield "medicines.yml", f"{medicine.id}.parent", [medicine.parent], knowledge.medicines
    for condition in knowledge.conditions.values():
        key = f"{condition.id}.with_nutrient"
        yield "conditions.yml", key, condition.with_nutrient, knowledge.nutrients
    for flag in knowledge.red_flags.values():
        yield "red_flags.yml", f"{flag.id}.calls", flag.calls, knowledge.contacts
    for food in knowledge.foods.values():
        yield "foods.csv", f"{food.id}.diet", food.diet, knowledge.diets
    yield "terms.yml", "diet", knowledge.terms.get("diet", ()), knowledge.diets
    for diet in knowledge.diets.values():
        yield "diets.yml", f"{diet.id}.conditions", diet.conditions, knowledge.conditions
    for caution in knowledge.cautions.values():
        whom = caution.for_whom
        for key, wanted, known in (
            ("nutrients", caution.nutrients, set(knowledge.nutrients)),
            ("for_whom.medicines", whom.medicines, set(knowledge.medicines)),
            ("for_whom.conditions", whom.conditions, set(knowledge.conditions)),
        ):
            yield "cautions.yml", f"{caution.id}.{key}", wanted, known


def _is_target(knowledge: Knowledge, target: str) -> bool:
    if target in knowledge.topics:
        return True
    nutrient, _, facet = target.partition(".")
    return (
        nutrient in knowledge.nutrients
        and facet in {facet.value for facet in Facet}
        and isinstance(knowledge.nutrients[nutrient].facets.get(Facet(facet)), Passage)
    )


def _sentences(knowledge: Knowledge) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for file, key, text, _ in facts(knowledge):
        place = f"{file} {key}"
        if text in seen:
            yield Problem(file, key, f"stands already at {seen[text]}")
        seen[text] = place
        if PERSONAL_DOSE.search(text):
            yield Problem(file, key, "tells a person what dose to take")
        if STOP_MEDICINE.search(text):
            yield Problem(file, key, "tells a person to stop a medicine")
    for file, key, passage in knowledge.passages():
        if sentences(passage.short.text) > MAX_SHORT_SENTENCES:
            yield Problem(file, f"{key}.short", f"has more than {MAX_SHORT_SENTENCES} sentences")


def _names(knowledge: Knowledge) -> Iterator[Problem]:
    owner: dict[str, str] = {}
    for entity, thing in knowledge.named():
        for name in {thing.name.lower(), *(alias.lower() for alias in thing.aliases)}:
            # A food that is a remedy too has the same id in both tables.
            mine = f"{entity.replace('food', 'remedy')} {thing.id}"
            if owner.setdefault(name, mine) != mine:
                yield Problem(
                    f"{entity} {thing.id}", f"'{name}'", f"is a name of {owner[name]} too"
                )


def _tables(knowledge: Knowledge) -> Iterator[Problem]:
    seen = set()
    for intake in knowledge.intakes:
        key = f"{intake.nutrient}, {intake.life_stage}"
        if intake.nutrient not in knowledge.nutrients:
            yield Problem("intakes.csv", key, f"'{intake.nutrient}' is not a nutrient")
        elif intake.unit != knowledge.nutrients[intake.nutrient].unit:
            unit = knowledge.nutrients[intake.nutrient].unit
            yield Problem("intakes.csv", key, f"is in {intake.unit}; its nutrient's unit is {unit}")
        if key in seen:
            yield Problem("intakes.csv", key, "stands twice")
        seen.add(key)
    for food in knowledge.foods.values():
        for column, amount in food.per_100_g.items():
            if amount is not None and not 0 <= amount <= 100_000:
                yield Problem("foods.csv", f"{food.id}.{column}", "must be 0 to 100,000 per 100 g")
