"""The tables of foods and intakes name known nutrients, in their units, once."""

from __future__ import annotations

from collections.abc import Iterator

from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.errors import Problem


def tables(knowledge: Knowledge) -> Iterator[Problem]:
    """Rows that cannot be right."""
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
