"""Every figure in prose is the table's figure.

Held against the table of intakes are sentences that rest on its source: every amount in a
nutrient's daily need, excess and pregnancy, and elsewhere every "so many mg of calcium". Held
against the table of foods is every amount in a sentence that rests on its source. A clause that
names another authority ("the UK advice is ..."), or speaks of a single dose, a tablet or a study,
has no table to agree with and is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crampwise.knowledge import units
from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.checks.facts import facts
from crampwise.knowledge.errors import Problem
from crampwise.knowledge.schema import Facet, Passage

HELD = (Facet.NEED, Facet.TOO_MUCH, Facet.PREGNANCY)
NUMBER = r"\d[\d,]*(?:\.\d+)?"
AMOUNT = re.compile(rf"({NUMBER})(?: (?:to|or) ({NUMBER}))? (mg|mcg|micrograms?|IU|g)\b")
UNITS = {"microgram": "mcg", "micrograms": "mcg"}
CLAUSE = re.compile(r"[;:](?=\s)|(?<=[.!?])\s|, (?=but|while|and the)")
ELSEWHERE = re.compile(
    r"\b(?:UK|NHS|EU|Europe(?:an)?|Australian?|Scottish|WHO"
    r"|stud(?:y|ies)|trials?|at once|dose|tablets?)\b"
)
PEOPLE = re.compile(
    rf"\b([Mm]en|[Ww]omen|[Aa]dults)(?: need)? ({NUMBER})(?: to ({NUMBER}))? (?:mg|mcg)\b(?! over)"
)
AGED = re.compile(r"\b(?:from|under|until|aged) \d")  # a part of the adults
SPACE = 0.006  # so much a rounded figure may differ, as a part of the amount


def figures(knowledge: Knowledge) -> Iterator[Problem]:
    """Figures in sentences that the tables do not give."""
    yield from _of_intakes(knowledge)
    yield from _of_people(knowledge)
    yield from _of_foods(knowledge)


def amounts(text: str) -> Iterator[tuple[float, str]]:
    """The amounts with a unit of weight in a text: both ends of a range."""
    for low, high, unit in AMOUNT.findall(text):
        for figure in (low, high):
            if figure:
                yield float(figure.replace(",", "")), UNITS.get(unit, unit)


def _of_intakes(knowledge: Knowledge) -> Iterator[Problem]:
    for nutrient in knowledge.nutrients.values():
        rows = [row for row in knowledge.intakes if row.nutrient == nutrient.id]
        sources = {row.source for row in rows}
        known = {
            figure
            for row in rows
            for figure in (row.amount, row.upper_limit, row.reduction_target)
            if figure is not None
        } | _steps(knowledge, nutrient.id)
        own = {f"facets.{facet.value}" for facet in HELD}
        for file, key, text, cited in facts(knowledge):
            if not sources & set(cited):
                continue
            mine = file == f"nutrients/{nutrient.id}.yml" and key.startswith(tuple(own))
            for amount, unit in _held(text, None if mine else nutrient.name):
                turned = units.converted(
                    amount, unit, nutrient.unit or "mg", knowledge.measures.get(nutrient.id)
                )
                if turned is not None and not any(_near(turned, figure) for figure in known):
                    reason = f"'{amount:,g} {unit}' is no figure of {nutrient.id} in intakes.csv"
                    yield Problem(file, key, reason)


def _of_people(knowledge: Knowledge) -> Iterator[Problem]:
    """Where a need is told of men, women or all adults, it is that of their rows, low to high."""
    for nutrient in knowledge.nutrients.values():
        passage = nutrient.facets.get(Facet.NEED)
        if not isinstance(passage, Passage) or not any(
            row.nutrient == nutrient.id for row in knowledge.intakes
        ):
            continue
        for people, low, high in _told_of(passage.short.text):
            sexes = {"men": ("male",), "women": ("female",)}.get(people, ("male", "female"))
            needs = [
                row.amount
                for row in knowledge.intakes
                if row.nutrient == nutrient.id and row.life_stage in _grown(sexes)
            ]
            if low != min(needs) or high not in ("", max(needs)):
                reason = f"what {people} need goes from {min(needs):g} to {max(needs):g}"
                yield Problem(f"nutrients/{nutrient.id}.yml", "facets.need.short", reason)


def _told_of(text: str) -> Iterator[tuple[str, float, float | str]]:
    for clause in CLAUSE.split(text):
        if ELSEWHERE.search(clause) or AGED.search(clause):
            continue
        for people, low, high in PEOPLE.findall(clause):
            figures = [float(figure.replace(",", "")) for figure in (low, high) if figure]
            yield people.lower(), figures[0], figures[1] if high else ""


def _grown(sexes: tuple[str, ...]) -> set[str]:
    return {f"{sex} {band}" for sex in sexes for band in ("19-30", "31-50", "51-70", "71+")}


def _steps(knowledge: Knowledge, nutrient: str) -> set[float]:
    """The unit that "1 mcg is 40 IU" speaks of."""
    measure = knowledge.measures.get(nutrient)
    return {1.0} if measure and measure.iu_a_mcg else set()


def _held(text: str, name: str | None) -> Iterator[tuple[float, str]]:
    """The amounts that the table must give: all of them, or those "of" the nutrient named."""
    for clause in CLAUSE.split(text):
        if ELSEWHERE.search(clause):
            continue
        if name is None:
            yield from amounts(clause)
            continue
        short = re.escape(name.removeprefix("vitamin "))
        for part in re.findall(rf"({AMOUNT.pattern}) of (?:vitamin )?{short}\b", clause):
            yield from amounts(part[0])


def _of_foods(knowledge: Knowledge) -> Iterator[Problem]:
    sources = {food.source for food in knowledge.foods.values()}
    for file, key, text, cited in facts(knowledge):
        found = list(_held(text, None)) if sources & set(cited) else []
        if not found:
            continue
        known = {
            round(figure, 3)
            for food in knowledge.foods.values()
            if any(_named(name, text) for name in (food.name, *food.aliases))
            for nutrient in knowledge.portions.columns
            for figure in (
                knowledge.portions.per_serving(food, nutrient),
                knowledge.portions.per_100_g(food, nutrient) or 0.0,
            )
        }
        for amount, unit in found:
            if not any(_near(amount, figure) for figure in known):
                reason = f"'{amount:,g} {unit}' is no figure of a food named there in foods.csv"
                yield Problem(file, key, reason)


def _named(name: str, text: str) -> bool:
    words = name.split(",", maxsplit=1)[0].lower()
    return re.search(rf"\b{re.escape(words)}s?\b", text.lower()) is not None


def _near(amount: float, figure: float) -> bool:
    """Whether an amount as written is this figure, rounded as a reader is told it."""
    return abs(amount - figure) <= max(SPACE * figure, 0.5 if figure >= 10 else 0.051)
