"""Answers from the table of foods: how much is in one, and which hold most."""

from __future__ import annotations

import re
from dataclasses import replace

from crampwise.answers.amounts import column, sentence, unit_of, written
from crampwise.answers.cautions import concerns
from crampwise.answers.passages import MAX_CHOICES, choice, from_passage, source_refs
from crampwise.answers.types import Answer, Choice, Question, Table
from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.schema import Caution, Facet, Food, Passage

MAX_FOODS = 4
RICHEST = 8
NAMED_IN_TEXT = 5
GOOD_SHARE = 0.1  # of an adult's need in one serving: what food labels call a good source
SOME_SHARE = 0.05  # from here on a caution on a nutrient in food goes with the food
ADULT_ROW = "male 31-50"  # the larger of the two sexes' needs, so that a share is not overstated
GENERAL = "food_content"  # the topic on single foods; it names the cautions that go with eating


def content(knowledge: Knowledge, question: Question) -> Answer | None:
    """What the named foods hold; None when no food of the table was named."""
    foods = [knowledge.foods[name] for name in _named(knowledge, question)][:MAX_FOODS]
    if not foods:
        return None
    asked = [n for n in question.all("nutrient") if n in knowledge.nutrients]
    nutrients = [n for n in asked if in_table(knowledge, n)]
    if len(foods) > 1:
        answer = _compared(knowledge, foods, nutrients)
    elif nutrients:
        answer = _amounts(knowledge, foods[0], nutrients)
    else:
        answer = _worth(knowledge, foods[0], proof_first=question.intent == "evidence")
    missing = [n for n in asked if not in_table(knowledge, n) and n not in ("electrolytes",)]
    if missing and not nutrients:
        answer = _without_figures(knowledge, answer, missing[0])
    several = len(foods) > 1
    notes = tuple(
        f"{food.name}: {food.note}" if several else food.note for food in foods if food.note
    )
    return replace(answer, details=(*answer.details[: 5 - len(notes)], *notes)[:5])


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


def cautions(
    knowledge: Knowledge, question: Question, named: tuple[str, ...] = ()
) -> list[Caution]:
    """What a person must hear before they are told of food, from what they told of themselves.

    The cautions on eating are those that the topic on single foods names. Before a list of foods
    each of them counts; before one food only those on what it holds a good deal of.
    """
    passage = knowledge.topics[GENERAL].passage
    mine = [
        caution
        for caution in (knowledge.cautions[identity] for identity in passage.cautions)
        if concerns(knowledge, caution, question.profile)
    ]
    foods = [knowledge.foods[name] for name in _named(knowledge, question)]
    if not foods:
        return mine
    return [
        caution
        for caution in mine
        if set(caution.nutrients) & {*question.all("nutrient"), *named}
        or any(_holds(knowledge, food, caution.nutrients) for food in foods)
    ]


def without_tempting(knowledge: Knowledge, answer: Answer, cautions: list[Caution]) -> Answer:
    """The answer without buttons that lead to foods rich in what the cautions warn of."""
    warned = {nutrient for caution in cautions for nutrient in caution.nutrients}
    kept = tuple(
        option
        for option in answer.follow_ups
        if option.intent != "foods" or option.entities.get("nutrient") not in warned
    )
    return replace(answer, follow_ups=(*kept, choice(knowledge, "see_doctor"))[:MAX_CHOICES])


def holds(knowledge: Knowledge, question: Question) -> tuple[str, ...]:
    """The nutrients of which the named foods are a good source, richest first."""
    shares: dict[str, float] = {}
    for name in _named(knowledge, question):
        for nutrient in _table_nutrients(knowledge):
            share = _share(knowledge, knowledge.foods[name], nutrient)
            if share >= GOOD_SHARE:
                shares[nutrient] = max(share, shares.get(nutrient, 0))
    return tuple(sorted(shares, key=lambda nutrient: -shares[nutrient]))


def richest(knowledge: Knowledge, nutrient: str, diet: str | None = None) -> list[Food]:
    """The foods with most of `nutrient` in a serving.

    Left out are those that vary by brand, those whose note says that little of it is absorbed, and
    on a diet those too poor in it to be worth naming (cocoa for vitamin B12).
    """
    key, name = column(knowledge, nutrient), knowledge.nutrients[nutrient].name
    fitting = [
        food
        for food in knowledge.foods.values()
        if food.headline
        and food.per_100_g.get(key)
        and f"little of its {name}" not in food.note.lower()
        and (diet is None or diet in food.diet)
        and (diet is None or _share(knowledge, food, nutrient) >= GOOD_SHARE)
    ]
    return sorted(fitting, key=lambda food: -_per_serving(food, key))[:RICHEST]


def with_richest(
    knowledge: Knowledge, answer: Answer, nutrient: str, diet: str | None = None
) -> Answer:
    """A "which foods" answer with the table of the richest foods joined to it.

    On a diet the list comes first, and what names foods outside the diet is left out.
    """
    if not in_table(knowledge, nutrient):
        return _kept_on_a_diet(knowledge, answer, diet) if diet else answer
    key, unit = column(knowledge, nutrient), unit_of(knowledge, nutrient)
    foods = richest(knowledge, nutrient, diet)
    words, name = knowledge.wording, knowledge.nutrients[nutrient].name
    among = words.get(f"diet_{diet}", diet or "")
    if not foods:
        none = words["richest_none"].format(name=name, diet=among)
        answer = _on_a_diet(knowledge, answer, diet or "")
        kept = (answer.short, *answer.details) if answer.short else answer.details
        return replace(answer, short=none, details=kept[:5])
    listed = "; ".join(
        words["food_in_list"].format(
            food=food.name, serving=food.serving, amount=written(_per_serving(food, key), unit)
        )
        for food in foods[:NAMED_IN_TEXT]
    )
    heading = words["richest_diet" if diet else "richest"].format(
        name=name, foods=listed, diet=among
    )
    table = Table(
        words["table_caption"].format(name=name),
        (words["column_food"], words["column_serving"], words["column_amount"]),
        tuple((f.name, f.serving, written(_per_serving(f, key), unit)) for f in foods),
    )
    if diet:
        answer = _on_a_diet(knowledge, answer, diet)
        kept = (answer.short, *answer.details) if answer.short else answer.details
        answer = replace(answer, short=heading, details=kept[:5])
    else:
        answer = replace(answer, details=(heading, *answer.details)[:5])
    sources = (*answer.sources[:3], *source_refs(knowledge, [foods[0].source]))
    return replace(answer, table=table, sources=tuple(dict.fromkeys(sources)))


def _on_a_diet(knowledge: Knowledge, answer: Answer, diet: str) -> Answer:
    """The answer without the sentences that name a food outside the diet; short may be empty."""
    outside = {
        name.lower()
        for food in knowledge.foods.values()
        if diet not in food.diet
        for name in (food.name, *food.aliases)
    }
    inside = {
        name.lower()
        for food in knowledge.foods.values()
        if diet in food.diet
        for name in (food.name, *food.aliases)
    }
    words = {word for word in outside - inside if " " not in word} | _ANIMAL.get(diet, set())

    def fits(text: str) -> bool:
        return not words & set(re.findall(r"[a-z]+", text.lower()))

    return replace(
        answer,
        short=answer.short if fits(answer.short) else "",
        details=tuple(text for text in answer.details if fits(text)),
    )


def _kept_on_a_diet(knowledge: Knowledge, answer: Answer, diet: str) -> Answer:
    """The same without an empty short text: a detail that fits steps in, or all stays as it was."""
    fitting = _on_a_diet(knowledge, answer, diet)
    if fitting.short or not fitting.details:
        return fitting if fitting.short else answer
    first, *rest = fitting.details
    return replace(fitting, short=first, details=tuple(rest))


# Kinds of food that sentences name and that a diet leaves out.
_DAIRY = {"milk", "yogurt", "yoghurt", "cheese", "dairy", "kefir", "whey"}
_FLESH = {
    "meat",
    "meats",
    "fish",
    "clams",
    "sardines",
    "trout",
    "salmon",
    "liver",
    "pork",
    "beef",
    "poultry",
}
_ANIMAL = {
    "vegan": _DAIRY | _FLESH | {"egg", "eggs", "honey"},
    "vegetarian": _FLESH,
    "dairy_free": _DAIRY,
}


def _without_figures(knowledge: Knowledge, answer: Answer, nutrient: str) -> Answer:
    """Says first that the tables hold nothing on the nutrient that was asked for."""
    name = knowledge.nutrients[nutrient].name
    return replace(
        answer,
        short=knowledge.wording["food_no_column"].format(name=name),
        details=(answer.short, *answer.details)[:5],
        follow_ups=(*_next(knowledge, [nutrient]), *answer.follow_ups)[:MAX_CHOICES],
    )


def _named(knowledge: Knowledge, question: Question) -> list[str]:
    """Foods named, also those that are known as a remedy (tonic water, mustard)."""
    names = (*question.all("food"), *question.all("remedy"))
    return [name for name in dict.fromkeys(names) if name in knowledge.foods]


def in_table(knowledge: Knowledge, nutrient: str) -> bool:
    """Whether the table of foods has a column for `nutrient`."""
    known = knowledge.nutrients.get(nutrient)
    if known is None or known.unit is None:
        return False
    return any(column(knowledge, nutrient) in food.per_100_g for food in knowledge.foods.values())


def _table_nutrients(knowledge: Knowledge) -> list[str]:
    return [name for name in knowledge.nutrients if in_table(knowledge, name)]


def _per_serving(food: Food, key: str) -> float:
    return (food.per_100_g.get(key) or 0.0) * food.serving_g / 100


def _share(knowledge: Knowledge, food: Food, nutrient: str) -> float:
    """What part of an adult's daily need one serving holds; 0 where no need is known."""
    need = _need(knowledge, nutrient)
    return _per_serving(food, column(knowledge, nutrient)) / need if need else 0.0


def _holds(knowledge: Knowledge, food: Food, nutrients: tuple[str, ...]) -> bool:
    """Whether the food holds a good deal of one of these; unknown counts as yes."""
    known = [nutrient for nutrient in nutrients if in_table(knowledge, nutrient)]
    return not known or any(_share(knowledge, food, n) >= SOME_SHARE for n in known)


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
                food=sentence(food.name),
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


def _worth(knowledge: Knowledge, food: Food, proof_first: bool = False) -> Answer:
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
    words = knowledge.wording
    wanted = nutrients or ["potassium", "magnesium", "calcium"]
    lines = []
    for nutrient in wanted[:3]:
        key, unit = column(knowledge, nutrient), unit_of(knowledge, nutrient)
        amounts = "; ".join(
            words["food_in_list"].format(
                food=food.name, serving=food.serving, amount=written(_per_serving(food, key), unit)
            )
            for food in sorted(foods, key=lambda food: -_per_serving(food, key))
            if food.per_100_g.get(key) is not None
        )
        if not amounts:
            amounts = words["food_no_figures"]
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
