"""What single foods hold, what that is worth for cramps, and how foods compare."""

from __future__ import annotations

from dataclasses import replace

from crampwise.answers.amounts import sentence, unit_of, written
from crampwise.answers.passages import MAX_CHOICES, choice, source_refs
from crampwise.answers.richest import GOOD_SHARE
from crampwise.answers.types import Answer, Choice, Question
from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.tables import Food

MAX_FOODS = 4
MAX_DETAILS = 5
NAMED_AS_RICH = 3
GENERAL = "food_content"  # the topic on single foods; it names the cautions that go with eating
COMPARED_BY = ["potassium", "magnesium", "calcium"]  # what foods are compared by unless asked


def named(knowledge: Knowledge, question: Question) -> list[str]:
    """Foods named, also those that are known as a remedy (tonic water, mustard)."""
    names = (*question.all("food"), *question.all("remedy"))
    return [name for name in dict.fromkeys(names) if name in knowledge.foods]


def content(knowledge: Knowledge, question: Question) -> Answer | None:
    """What the named foods hold; None when no food of the table was named."""
    foods = [knowledge.foods[name] for name in named(knowledge, question)][:MAX_FOODS]
    if not foods:
        return None
    columns = knowledge.portions.columns
    asked = [n for n in question.all("nutrient") if n in knowledge.nutrients]
    nutrients = [n for n in asked if n in columns]
    if len(foods) > 1:
        answer = _compared(knowledge, foods, nutrients)
    elif nutrients:
        answer = _amounts(knowledge, foods[0], nutrients)
    else:
        answer = _worth(knowledge, foods[0], proof_first=question.intent == "evidence")
    missing = [n for n in asked if n not in columns and n not in ("electrolytes",)]
    if missing and not nutrients:
        answer = _without_figures(knowledge, answer, missing[0])
    several = len(foods) > 1
    notes = tuple(
        f"{food.name}: {food.note}" if several else food.note for food in foods if food.note
    )
    room = MAX_DETAILS - len(notes)
    return replace(answer, details=(*answer.details[:room], *notes)[:MAX_DETAILS])


def holds(knowledge: Knowledge, question: Question) -> tuple[str, ...]:
    """The nutrients of which the named foods are a good source, richest first."""
    shares: dict[str, float] = {}
    for name in named(knowledge, question):
        for nutrient in knowledge.portions.columns:
            share = knowledge.portions.share(knowledge.foods[name], nutrient)
            if share >= GOOD_SHARE:
                shares[nutrient] = max(share, shares.get(nutrient, 0))
    return tuple(sorted(shares, key=lambda nutrient: -shares[nutrient]))


def _without_figures(knowledge: Knowledge, answer: Answer, nutrient: str) -> Answer:
    """Says first that the tables hold nothing on the nutrient that was asked for."""
    name = knowledge.nutrients[nutrient].name
    return replace(
        answer,
        short=knowledge.wording["food_no_column"].format(name=name),
        details=(answer.short, *answer.details)[:MAX_DETAILS],
        follow_ups=(*_next(knowledge, [nutrient]), *answer.follow_ups)[:MAX_CHOICES],
    )


def _amounts(knowledge: Knowledge, food: Food, nutrients: list[str]) -> Answer:
    words, portions = knowledge.wording, knowledge.portions
    lines, shares = [], []
    for nutrient in nutrients:
        unit, name = unit_of(knowledge, nutrient), knowledge.nutrients[nutrient].name
        per_100_g = portions.per_100_g(food, nutrient)
        if per_100_g is None:
            lines.append(words["food_unknown"].format(food=food.name, name=name))
            continue
        lines.append(
            words["food_amount"].format(
                food=sentence(food.name),
                serving=food.serving,
                grams=f"{food.serving_g:.0f}",
                name=name,
                amount=written(portions.per_serving(food, nutrient), unit),
                per_100_g=written(per_100_g, unit),
            )
        )
        if nutrient in portions.needs:
            share = f"{100 * portions.share(food, nutrient):.0f}"
            shares.append(words["food_share"].format(share=share, name=name))
    return Answer(
        topic=f"food.{food.id}",
        short=" ".join(lines[:2]),
        details=(*lines[2:], *shares)[:MAX_DETAILS],
        sources=source_refs(knowledge, [food.source]),
        follow_ups=_next(knowledge, nutrients),
    )


def _worth(knowledge: Knowledge, food: Food, proof_first: bool = False) -> Answer:
    """Whether a food is any good for cramps: what it is rich in, and what that is worth."""
    words, portions = knowledge.wording, knowledge.portions
    rich, all_amounts = [], []
    for nutrient in portions.columns:
        name = knowledge.nutrients[nutrient].name
        share = portions.share(food, nutrient)
        amount = portions.per_serving(food, nutrient)
        told = written(amount, unit_of(knowledge, nutrient))
        if nutrient != "sodium" and share >= GOOD_SHARE:
            line = words["food_rich_one"].format(name=name, amount=told, share=f"{100 * share:.0f}")
            rich.append((share, line, nutrient))
        if amount:
            all_amounts.append(f"{name} {told}")
    rich.sort(reverse=True)
    worth = "food_rich" if rich else "food_poor"
    listed = ", ".join(text for _, text, _ in rich[:NAMED_AS_RICH])
    short = words[worth].format(food=food.name, serving=food.serving, rich=listed)
    proof = knowledge.topics[GENERAL].passage
    parts = (words["food_no_cure"], short) if proof_first else (short, words["food_no_cure"])
    amounts = words["food_all"].format(
        serving=food.serving, grams=f"{food.serving_g:.0f}", amounts=", ".join(all_amounts)
    )
    return Answer(
        topic=f"food.{food.id}",
        short=" ".join(parts),
        details=(amounts,) if all_amounts else (),
        sources=source_refs(knowledge, [food.source, *proof.short.sources]),
        follow_ups=_next(knowledge, [nutrient for _, _, nutrient in rich]),
    )


def _compared(knowledge: Knowledge, foods: list[Food], nutrients: list[str]) -> Answer:
    words, portions = knowledge.wording, knowledge.portions
    wanted = nutrients or COMPARED_BY
    lines = []
    for nutrient in wanted[:3]:
        unit = unit_of(knowledge, nutrient)
        amounts = "; ".join(
            words["food_in_list"].format(
                food=food.name,
                serving=food.serving,
                amount=written(portions.per_serving(food, nutrient), unit),
            )
            for food in sorted(foods, key=lambda f: -portions.per_serving(f, nutrient))
            if portions.per_100_g(food, nutrient) is not None
        )
        lines.append(
            words["food_compare"].format(
                name=knowledge.nutrients[nutrient].name,
                amounts=amounts or words["food_no_figures"],
            )
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
