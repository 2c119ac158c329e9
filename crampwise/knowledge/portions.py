"""What servings of food hold, and what part of a day's need that is.

Worked out once, when the tables are read, so that no question has to look through them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from crampwise.knowledge.schema import Nutrient
from crampwise.knowledge.tables import Diet, Food, Intake

ADULT_ROW = "male 31-50"  # the larger of the two sexes' needs, so that a share is not overstated


@dataclass(frozen=True)
class Portions:
    """The table of foods read by nutrient, by need and by diet."""

    # The column of foods.csv for each nutrient it has figures of.
    columns: dict[str, str] = field(default_factory=dict)
    # What a man of 31 to 50 needs a day, in the nutrient's unit.
    needs: dict[str, float] = field(default_factory=dict)
    # For each diet the foods that belong to it.
    on_diet: dict[str, frozenset[str]] = field(default_factory=dict)
    # For each diet the single words that name a food it leaves out.
    outside: dict[str, frozenset[str]] = field(default_factory=dict)

    def per_100_g(self, food: Food, nutrient: str) -> float | None:
        """How much of `nutrient` 100 g hold, in its unit; None when the table has no figure."""
        column = self.columns.get(nutrient)
        return food.per_100_g.get(column) if column else None

    def per_serving(self, food: Food, nutrient: str) -> float:
        """How much one serving holds; 0 where the table has no figure."""
        return (self.per_100_g(food, nutrient) or 0.0) * food.serving_g / 100

    def share(self, food: Food, nutrient: str) -> float:
        """What part of an adult's daily need one serving holds; 0 where no need is known."""
        need = self.needs.get(nutrient)
        return self.per_serving(food, nutrient) / need if need else 0.0


def portions(
    nutrients: Iterable[Nutrient],
    foods: Iterable[Food],
    intakes: Iterable[Intake],
    diets: Iterable[Diet],
) -> Portions:
    """The tables turned round for the questions that are asked of them."""
    foods, diets = tuple(foods), tuple(diets)
    present = {column for food in foods for column in food.per_100_g}
    columns = {nutrient.id: f"{nutrient.id}_{nutrient.unit}" for nutrient in nutrients}
    table = Portions(
        columns={name: column for name, column in columns.items() if column in present},
        needs={i.nutrient: i.amount for i in intakes if i.life_stage == ADULT_ROW},
    )
    on_diet = {
        diet.id: frozenset(food.id for food in foods if _fits(table, food, diet)) for diet in diets
    }
    outside = {diet.id: _outside(diet, foods, on_diet[diet.id]) for diet in diets}
    return replace(table, on_diet=on_diet, outside=outside)


def _fits(table: Portions, food: Food, diet: Diet) -> bool:
    """Whether the food is of the diet; what the table has no figure of does not fit a limit."""
    if not diet.at_most:
        return diet.id in food.diet
    return all(
        table.per_100_g(food, nutrient) is not None and table.per_serving(food, nutrient) <= most
        for nutrient, most in diet.at_most.items()
    )


def _outside(diet: Diet, foods: Iterable[Food], inside: frozenset[str]) -> frozenset[str]:
    names: dict[bool, set[str]] = {True: set(), False: set()}
    for food in foods:
        names[food.id in inside].update(name.lower() for name in (food.name, *food.aliases))
    words = {word for word in names[False] - names[True] if " " not in word}
    return frozenset(words | set(diet.leaves_out))
