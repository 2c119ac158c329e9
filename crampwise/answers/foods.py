"""Answers from the table of foods: how much is in one, and which hold most."""

from __future__ import annotations

from dataclasses import replace

from crampwise.answers.amounts import column, unit_of, written
from crampwise.answers.passages import choice, source_refs
from crampwise.answers.types import Answer, Choice, Question, Table
from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.schema import Food

MAX_FOODS = 4
RICHEST = 8
NAMED_IN_TEXT = 5
GOOD_SHARE = 0.1  # of an adult's need in one serving: what food labels call a good source
ADULT_ROW = "male 31-50"  # the larger of the two sexes' needs, so that a share is not overstated


def content(knowledge: Knowledge, question: Question) -> Answer | None:
    """What the named foods hold; None when no food of the table was named."""
    foods = [knowledge.foods[name] for name in _named(knowledge, question)][:MAX_FOODS]
    if not foods:
        return None
    nutrients = [n for n in question.all("nutrient") if _in_table(knowledge, n)]
    if len(foods) > 1:
        answer = _compared(knowledge, foods, nutrients)
    elif nutrients:
        answer = _amounts(knowledge, foods[0], nutrients)
    else:
        answer = _worth(knowledge, foods[0])
    notes = tuple(food.note for food in foods if food.note)
    return replace(answer, details=(*answer.details, *notes)[:5])


def richest(knowledge: Knowledge, nutrient: str, diet: str | None = None) -> list[Food]:
    """The foods with most of `nutrient` in a serving; those that vary by brand are left out."""
    key = column(knowledge, nutrient)
    fitting = [
        food
        for food in knowledge.foods.values()
        if food.headline and food.per_100_g.get(key) and (diet is None or diet in food.diet)
    ]
    return sorted(fitting, key=lambda food: -_per_serving(food, key))[:RICHEST]


def with_richest(
    knowledge: Knowledge, answer: Answer, nutrient: str, diet: str | None = None
) -> Answer:
    """A "which foods" answer with the table of the richest foods joined to it."""
    if not _in_table(knowledge, nutrient):
        return answer
    key, unit = column(knowledge, nutrient), unit_of(knowledge, nutrient)
    foods = richest(knowledge, nutrient, diet)
    if not foods:
        return answer
    words, name = knowledge.wording, knowledge.nutrients[nutrient].name
    listed = "; ".join(
        words["food_in_list"].format(
            food=food.name, serving=food.serving, amount=written(_per_serving(food, key), unit)
        )
        for food in foods[:NAMED_IN_TEXT]
    )
    heading = words["richest_diet" if diet else "richest"].format(
        name=name, foods=listed, diet=words.get(f"diet_{diet}", diet or "")
    )
    table = Table(
        words["table_caption"].format(name=name),
        (words["column_food"], words["column_serving"], words["column_amount"]),
        tuple((f.name, f.serving, written(_per_serving(f, key), unit)) for f in foods),
    )
    sources = (*answer.sources[:3], *source_refs(knowledge, [foods[0].source]))
    return replace(
        answer,
        details=(heading, *answer.details)[:5],
        table=table,
        sources=tuple(dict.fromkeys(sources)),
    )


def _named(knowledge: Knowledge, question: Question) -> list[str]:
    """Foods named, also those that are known as a remedy (tonic water, mustard)."""
    names = (*question.all("food"), *question.all("remedy"))
    return [name for name in dict.fromkeys(names) if name in knowledge.foods]


def _in_table(knowledge: Knowledge, nutrient: str) -> bool:
    known = knowledge.nutrients.get(nutrient)
    if known is None or known.unit is None:
        return False
    return any(column(knowledge, nutrient) in food.per_100_g for food in knowledge.foods.values())


def _table_nutrients(knowledge: Knowledge) -> list[str]:
    return [name for name in knowledge.nutrients if _in_table(knowledge, name)]


def _per_serving(food: Food, key: str) -> float:
    return (food.per_100_g.get(key) or 0.0) * food.serving_g / 100


def _need(knowledge: Knowledge, nutrient: str) -> float | None:
    for intake in knowledge.intakes:
        if intake.nutrient == nutrient and intake.life_stage == ADULT_ROW:
            return intake.amount
    return None


def _amounts(knowledge: Knowledge, food: Food, nutrients: list[str]) -> Answer:
    words = knowledge.wording
    lines, shares = [], []
    for nutrient in nutrients:
        key, unit = column(knowledge, nutrient), unit_of(knowledge, nutrient)
        per_100_g = food.per_100_g.get(key)
        name = knowledge.nutrients[nutrient].name
        if per_100_g is None:
            lines.append(words["food_unknown"].format(food=food.name, name=name))
            continue
        amount = _per_serving(food, key)
        lines.append(
            words["food_amount"].format(
                food=food.name,
                serving=food.serving,
                grams=f"{food.serving_g:.0f}",
                name=name,
                amount=written(amount, unit),
                per_100_g=written(per_100_g, unit),
            )
        )
        need = _need(knowledge, nutrient)
        if need:
            shares.append(words["food_share"].format(share=f"{100 * amount / need:.0f}", name=name))
    return Answer(
        topic=f"food.{food.id}",
        short=" ".join(lines[:2]),
        details=(*lines[2:], *shares)[:5],
        sources=source_refs(knowledge, [food.source]),
        follow_ups=_next(knowledge, nutrients),
    )


def _worth(knowledge: Knowledge, food: Food) -> Answer:
    """Whether a food is any good for cramps: what it is rich in, and what that is worth."""
    words = knowledge.wording
    rich, all_amounts = [], []
    for nutrient in _table_nutrients(knowledge):
        key, unit = column(knowledge, nutrient), unit_of(knowledge, nutrient)
        amount, need = _per_serving(food, key), _need(knowledge, nutrient)
        name = knowledge.nutrients[nutrient].name
        if nutrient != "sodium" and need and amount / need >= GOOD_SHARE:
            rich.append((amount / need, words["food_rich_one"].format(
                name=name, amount=written(amount, unit), share=f"{100 * amount / need:.0f}"
            ), nutrient))  # fmt: skip
        if amount:
            all_amounts.append(f"{name} {written(amount, unit)}")
    rich.sort(reverse=True)
    worth = "food_rich" if rich else "food_poor"
    listed = ", ".join(text for _, text, _ in rich[:3])
    short = words[worth].format(food=food.name, serving=food.serving, rich=listed)
    proof = knowledge.topics["food_content"].passage
    amounts = words["food_all"].format(
        serving=food.serving, grams=f"{food.serving_g:.0f}", amounts=", ".join(all_amounts)
    )
    return Answer(
        topic=f"food.{food.id}",
        short=f"{short} {words['food_no_cure']}",
        details=(amounts,) if all_amounts else (),
        sources=source_refs(knowledge, [food.source, *proof.short.sources]),
        follow_ups=_next(knowledge, [nutrient for _, _, nutrient in rich]),
    )


def _compared(knowledge: Knowledge, foods: list[Food], nutrients: list[str]) -> Answer:
    words = knowledge.wording
    wanted = nutrients or ["potassium", "magnesium", "calcium"]
    lines = []
    for nutrient in wanted[:3]:
        key, unit = column(knowledge, nutrient), unit_of(knowledge, nutrient)
        amounts = ", ".join(
            words["food_in_list"].format(
                food=food.name, serving=food.serving, amount=written(_per_serving(food, key), unit)
            )
            for food in sorted(foods, key=lambda food: -_per_serving(food, key))
        )
        lines.append(
            words["food_compare"].format(name=knowledge.nutrients[nutrient].name, amounts=amounts)
        )
    return Answer(
        topic="food." + "+".join(food.id for food in foods),
        short=lines[0],
        details=tuple(lines[1:]),
        sources=source_refs(knowledge, [food.source for food in foods]),
        follow_ups=_next(knowledge, wanted),
    )


def _next(knowledge: Knowledge, nutrients: list[str]) -> tuple[Choice, ...]:
    return tuple(choice(knowledge, f"{nutrient}.foods") for nutrient in nutrients[:2])
