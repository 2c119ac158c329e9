"""Which foods hold most of a nutrient: the list and its table, also within a diet."""

from __future__ import annotations

from dataclasses import replace

from crampwise.answers import diets
from crampwise.answers.amounts import sentence, unit_of, written
from crampwise.answers.passages import from_passage, source_refs
from crampwise.answers.types import Answer, Table
from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.schema import Facet, Passage
from crampwise.knowledge.tables import Food

RICHEST = 8
NAMED_IN_TEXT = 5
MAX_DETAILS = 5
PLAIN = ("fruit", "vegetables", "refined grains")  # what a diet that limits is built on
GOOD_SHARE = 0.1  # of an adult's need in one serving: what food labels call a good source


def richest(
    knowledge: Knowledge, nutrient: str, diet: str | None = None, by_weight: bool = False
) -> list[Food]:
    """The foods with most of `nutrient` in a serving, or `by_weight` in 100 g.

    Left out are those that vary by brand, those whose note says that little of it is absorbed, and
    on a diet those too poor in it to be worth naming (cocoa for vitamin B12).
    """
    portions, name = knowledge.portions, knowledge.nutrients[nutrient].name
    fitting = [
        food
        for food in knowledge.foods.values()
        if food.headline
        and portions.per_100_g(food, nutrient)
        and f"little of its {name}" not in food.note.lower()
        and (diet is None or food.id in portions.on_diet[diet])
        and (diet is None or portions.share(food, nutrient) >= GOOD_SHARE)
    ]
    if by_weight:
        return sorted(fitting, key=lambda f: -(portions.per_100_g(f, nutrient) or 0))[:RICHEST]
    return sorted(fitting, key=lambda f: -portions.per_serving(f, nutrient))[:RICHEST]


def with_richest(
    knowledge: Knowledge,
    answer: Answer,
    nutrient: str,
    diet: str | None = None,
    by_weight: bool = False,
) -> Answer:
    """A "which foods" answer with the table of the richest foods joined to it.

    On a diet the list comes first, and what names foods outside the diet is left out; a diet that
    limits this very nutrient gets the plain list, to know what to limit.
    """
    if diet and nutrient in knowledge.diets[diet].at_most:
        diet = None
    if nutrient not in knowledge.portions.columns:
        return diets.kept(knowledge, answer, diet) if diet else answer
    foods = richest(knowledge, nutrient, diet, by_weight)
    words, name = knowledge.wording, knowledge.nutrients[nutrient].name
    among = knowledge.diets[diet].name if diet else ""
    if not foods:
        return _led(knowledge, answer, diet, words["richest_none"].format(name=name, diet=among))
    key = "richest_diet" if diet else "richest_100_g" if by_weight else "richest"
    listed = _listed(knowledge, foods, nutrient, by_weight)
    heading = words[key].format(name=name, foods=listed, diet=among)
    if diet or by_weight:
        answer = _led(knowledge, answer, diet, heading)
    else:
        answer = replace(answer, details=(heading, *answer.details)[:MAX_DETAILS])
    sources = (*answer.sources[:3], *source_refs(knowledge, [foods[0].source]))
    return replace(
        answer, table=_table(knowledge, foods, nutrient), sources=tuple(dict.fromkeys(sources))
    )


def with_lowest(knowledge: Knowledge, answer: Answer, diet: str) -> Answer:
    """A "which foods" answer with the plain foods that hold least of what a diet limits."""
    portions = knowledge.portions
    nutrient, most = next(iter(knowledge.diets[diet].at_most.items()))
    fitting = [
        food
        for food in knowledge.foods.values()
        if food.id in portions.on_diet[diet] and food.category in PLAIN
    ]
    # By weight: a spoonful of tomato paste holds little only because it is a spoonful.
    foods = sorted(fitting, key=lambda f: portions.per_100_g(f, nutrient) or 0)[:RICHEST]
    line = knowledge.wording["lowest"].format(
        name=knowledge.nutrients[nutrient].name,
        limit=written(most, unit_of(knowledge, nutrient)),
        foods=_listed(knowledge, foods, nutrient),
    )
    sources = [*knowledge.diets[diet].sources, *(food.source for food in foods)]
    return replace(
        answer,
        details=(line, *answer.details)[:MAX_DETAILS],
        table=_table(knowledge, foods, nutrient),
        sources=tuple(dict.fromkeys((*answer.sources[:2], *source_refs(knowledge, sources))))[:4],
    )


def not_listed(knowledge: Knowledge, nutrient: str) -> Answer | None:
    """A food was asked for that the table does not hold: say so, and what does hold much."""
    content = knowledge.nutrients[nutrient].facets.get(Facet.FOODS)
    if not isinstance(content, Passage):
        return None
    words, name = knowledge.wording, knowledge.nutrients[nutrient].name
    answer = with_richest(
        knowledge, from_passage(knowledge, f"{nutrient}.foods", content), nutrient
    )
    return replace(
        answer, short=words["food_not_listed"].format(name=name), details=answer.details[:2]
    )


def _led(knowledge: Knowledge, answer: Answer, diet: str | None, heading: str) -> Answer:
    """`heading` first, then what of the answer fits the diet."""
    fitting = diets.fitting(knowledge, answer, diet) if diet else answer
    texts = (fitting.short, *fitting.details) if fitting.short else fitting.details
    return replace(fitting, short=heading, details=texts[:MAX_DETAILS])


def _listed(knowledge: Knowledge, foods: list[Food], nutrient: str, by_weight: bool = False) -> str:
    words, unit = knowledge.wording, unit_of(knowledge, nutrient)
    if by_weight:
        return "; ".join(
            f"{food.name} {written(knowledge.portions.per_100_g(food, nutrient) or 0, unit)}"
            for food in foods[:NAMED_IN_TEXT]
        )
    return "; ".join(
        words["food_in_list"].format(
            food=food.name,
            serving=food.serving,
            amount=written(knowledge.portions.per_serving(food, nutrient), unit),
        )
        for food in foods[:NAMED_IN_TEXT]
    )


def _table(knowledge: Knowledge, foods: list[Food], nutrient: str) -> Table:
    words, portions = knowledge.wording, knowledge.portions
    unit = unit_of(knowledge, nutrient)
    return Table(
        sentence(words["table_caption"].format(name=knowledge.nutrients[nutrient].name)),
        (
            words["column_food"],
            words["column_serving"],
            words["column_amount"],
            words["column_100_g"],
        ),
        tuple(
            (
                food.name,
                food.serving,
                written(portions.per_serving(food, nutrient), unit),
                written(portions.per_100_g(food, nutrient) or 0, unit),
            )
            for food in foods
        ),
    )
