"""Every source that is named exists, and every source is used."""

from __future__ import annotations

from collections.abc import Iterator

from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.checks.facts import facts
from crampwise.knowledge.errors import Problem


def sources(knowledge: Knowledge) -> Iterator[Problem]:
    """Sources that are missing or idle."""
    measures = knowledge.measures.values()
    tables = {
        "foods.csv": {food.source for food in knowledge.foods.values()},
        "diets.yml": {source for diet in knowledge.diets.values() for source in diet.sources},
        "intakes.csv": {intake.source for intake in knowledge.intakes},
        "measures.yml": {source for measure in measures for source in measure.sources}
        | {source for measure in measures if measure.blood for source in measure.blood.sources},
        "contacts.yml": {
            source
            for contacts in knowledge.contacts.values()
            for contact in contacts
            for source in contact.sources
        },
    }
    used = set().union(*tables.values())
    for file, key, _, sources in facts(knowledge):
        used.update(sources)
        for source in sources:
            if source not in knowledge.sources:
                yield Problem(file, f"{key}.sources", f"'{source}' is not in sources.yml")
    for table, ids in tables.items():
        for source in sorted(ids - set(knowledge.sources)):
            yield Problem(table, "source", f"'{source}' is not in sources.yml")
    for diet in knowledge.diets.values():
        if diet.at_most and not diet.sources:
            yield Problem("diets.yml", f"{diet.id}.sources", "must say who draws the line at_most")
    for source in knowledge.sources:
        if source not in used:
            yield Problem("sources.yml", source, "is used by no fact")
