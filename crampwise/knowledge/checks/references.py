"""Every id that one entry names of another exists, and every nutrient has every facet."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.errors import Problem
from crampwise.knowledge.schema import Facet, Passage


def facets(knowledge: Knowledge) -> Iterator[Problem]:
    """Facets that are missing."""
    for nutrient in knowledge.nutrients.values():
        file = f"nutrients/{nutrient.id}.yml"
        for facet in Facet:
            if facet not in nutrient.facets:
                yield Problem(
                    file,
                    f"facets.{facet.value}",
                    "is missing; fill it or say 'not_applicable: reason'",
                )
        for member in nutrient.members:
            if member not in knowledge.nutrients:
                yield Problem(file, "members", f"'{member}' is not a nutrient")
        if nutrient.kind != "group" and nutrient.unit is None:
            yield Problem(file, "unit", "is missing: mg or mcg")
    for facet in Facet:
        if facet not in knowledge.facets:
            yield Problem("facets.yml", facet.value, "is missing")


def references(knowledge: Knowledge) -> Iterator[Problem]:
    """Ids that name nothing."""
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
    yield "measures.yml", "id", knowledge.measures, knowledge.nutrients
    for flag in knowledge.red_flags.values():
        yield "red_flags.yml", f"{flag.id}.calls", flag.calls, knowledge.contacts
        yield "red_flags.yml", f"{flag.id}.instead", flag.instead.values(), knowledge.red_flags
    for food in knowledge.foods.values():
        yield "foods.csv", f"{food.id}.diet", food.diet, knowledge.diets
    yield "terms.yml", "diet", knowledge.terms.get("diet", ()), knowledge.diets
    for diet in knowledge.diets.values():
        yield "diets.yml", f"{diet.id}.conditions", diet.conditions, knowledge.conditions
        yield "diets.yml", f"{diet.id}.at_most", diet.at_most, knowledge.portions.columns
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
