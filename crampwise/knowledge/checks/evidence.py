"""Whatever speaks of cramps says how sure that is."""

from __future__ import annotations

from collections.abc import Iterator

from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.errors import Problem
from crampwise.knowledge.schema import Facet, Passage

CLAIMING = (Facet.CRAMPS, Facet.SUPPLEMENTS)  # facets that say whether a nutrient helps


def evidence(knowledge: Knowledge) -> Iterator[Problem]:
    """Answers on cramps without a grade of their evidence."""
    for file, key, passage in _claiming(knowledge):
        if passage.evidence is None:
            reason = "is missing: say how strong the link to cramps is, or that there is none"
            yield Problem(file, f"{key}.evidence", reason)


def _claiming(knowledge: Knowledge) -> Iterator[tuple[str, str, Passage]]:
    for nutrient in knowledge.nutrients.values():
        for facet in CLAIMING:
            content = nutrient.facets.get(facet)
            if isinstance(content, Passage):
                yield f"nutrients/{nutrient.id}.yml", f"facets.{facet.value}", content
    for medicine in knowledge.medicines.values():
        yield "medicines.yml", f"{medicine.id}.about", medicine.about
    for condition in knowledge.conditions.values():
        yield "conditions.yml", f"{condition.id}.about", condition.about
    for remedy in knowledge.remedies.values():
        yield "remedies.yml", f"{remedy.id}.about", remedy.about
