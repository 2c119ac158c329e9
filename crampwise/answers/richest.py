"""Which foods hold most of a nutrient: the list and its table, also within a diet."""

from __future__ import annotations

from dataclasses import replace

from crampwise.answers import diets
from crampwise.answers.amounts import unit_of, written
from crampwise.answers.passages import from_passage, source_refs
from crampwise.answers.types import Answer, Table
from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.schema import Facet, Passage
from crampwise.knowledge.tables import Food

RICHEST = 8
NAMED_IN_TEXT = 5
MAX_DETAILS = 5
GOOD_SHARE = 0.1  # of an adult's need in one serving: what food labels call a good source


def richest(knowledge: Knowledge, nutrient: str, diet: str | None = None) -> list[Food]:
    """The foods with most of `nutrient` in a serving.

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
        and (diet is None or diet in food.diet)
        and (diet is None or portions.share(food, nutrient) >= GOOD_SHARE)
    ]
    return sorted(fitting, key=lambda food: -portions.per_serving(food, nutrient))[:RICHEST]


def with_richest(
    knowledge: Knowledge, answer: Answer, nutrient: str, diet: str | None = None
) -> Answer:
    """A "which foods" answer with the table of the richest foods joined to it.

    On a diet the list comes first, and what names foods outside the diet is left out.
    """
    if nutrient not in knowledge.portions.columns:
        return diets.kept(knowledge, answer, diet) if diet else answer
    foods = richest(knowledge, nutrient, diet)
    words, name = knowledge.wording, knowledge.nutrients[nutrient].name
    among = knowledge.diets[diet].name if diet else ""
    if not foods:
        return _led(knowledge, answer, diet, words["richest_none"].format(name=name, diet=among))
    listed = "; ".join(
        words["food_in_list"].format(
            food=food.name, serving=food.serving, amount=_amount(knowledge, food, nutrient)
        )
        for food in foods[:NAMED_IN_TEXT]
    )
    heading = words["richest_diet" if diet else "richest"].format(
        name=name, foods=listed, diet=among
    )
    if diet:
        answer = _led(knowledge, answer, diet, heading)
    else:
        answer = replace(answer, details=(heading, *answer.details)[:MAX_DETAILS])
    sources = (*answer.sources[:3], *source_refs(knowledge, [foods[0].source]))
    return replace(
        answer, table=_table(knowledge, foods, nutrient), sources=tuple(dict.fromkeys(sources))
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


def _table(knowledge: Knowledge, foods: list[Food], nutrient: str) -> Table:
    words = knowledge.wording
    return Table(
        words["table_caption"].format(name=knowledge.nutrients[nutrient].name),
        (words["column_food"], words["column_serving"], words["column_amount"]),
        tuple((f.name, f.serving, _amount(knowledge, f, nutrient)) for f in foods),
    )


def _amount(knowledge: Knowledge, food: Food, nutrient: str) -> str:
    return written(knowledge.portions.per_serving(food, nutrient), unit_of(knowledge, nutrient))
