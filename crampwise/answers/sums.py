"""Adds up what several foods hold, and sets the sum beside the daily need."""

from __future__ import annotations

from dataclasses import dataclass

from crampwise.answers import stages
from crampwise.answers.amounts import sentence, unit_of, written
from crampwise.answers.passages import MAX_SOURCES, choice, source_refs
from crampwise.answers.types import Answer, Bar, Chart, Eaten, Profile, Question
from crampwise.knowledge.base import Knowledge

MAX_NUTRIENTS = 3
# What is added up when no nutrient was named: those of which foods hold most.
USUAL = ("potassium", "magnesium", "calcium")


@dataclass(frozen=True)
class _Sum:
    """What the eaten hold of one nutrient; `lacking` are foods without a figure."""

    nutrient: str
    name: str
    unit: str
    parts: tuple[tuple[Eaten, float], ...]
    lacking: tuple[str, ...]

    @property
    def total(self) -> float:
        return sum(amount for _, amount in self.parts)


def answer(knowledge: Knowledge, question: Question) -> Answer:
    """The sum over `question.eaten` for the nutrients named, the usual ones otherwise."""
    words = knowledge.wording
    named = [n for n in question.all("nutrient") if n in knowledge.portions.columns]
    sums = [_sum(knowledge, question.eaten, n) for n in (named or USUAL)[:MAX_NUTRIENTS]]
    first, *others = sums
    profile = question.profile
    details = [_total(knowledge, other, profile) for other in others]
    assumed = _assumed(knowledge, question.eaten)
    if assumed:
        details.append(assumed)
    for other in question.all("nutrient"):
        if other in knowledge.nutrients and other not in named:
            details.append(words["food_no_column"].format(name=knowledge.nutrients[other].name))
    for lacking in first.lacking:
        details.append(words["food_unknown"].format(food=lacking, name=first.name))
    details.append(words["sum_meaning"])
    _, high = _need(knowledge, first.nutrient, profile)
    sources = [knowledge.foods[portion.food].source for portion in question.eaten]
    sources += [row.source for row in stages.rows(knowledge, first.nutrient, profile)]
    return Answer(
        topic="food." + "+".join(portion.food for portion in question.eaten),
        short=_total(knowledge, first, profile),
        details=tuple(details)[:5],
        sources=source_refs(knowledge, sources)[:MAX_SOURCES],
        follow_ups=(choice(knowledge, f"{first.nutrient}.foods"),
                    choice(knowledge, f"{first.nutrient}.need")),
        chart=Chart(
            caption=sentence(words["sum_caption"].format(name=first.name)),
            unit=first.unit,
            bars=tuple(Bar(portion.label, round(amount, 1)) for portion, amount in first.parts),
            need=Bar(words["sum_need"], high) if high else None,
        ),
    )  # fmt: skip


def _sum(knowledge: Knowledge, eaten: tuple[Eaten, ...], nutrient: str) -> _Sum:
    parts, lacking = [], []
    for portion in eaten:
        food = knowledge.foods[portion.food]
        per_100_g = knowledge.portions.per_100_g(food, nutrient)
        if per_100_g is None:
            lacking.append(food.name)
        else:
            parts.append((portion, per_100_g * portion.grams / 100))
    name = knowledge.nutrients[nutrient].name
    return _Sum(nutrient, name, unit_of(knowledge, nutrient), tuple(parts), tuple(lacking))


def _total(knowledge: Knowledge, sum_: _Sum, profile: Profile) -> str:
    words = knowledge.wording
    parts = words["need_join"].join(
        words["sum_part"].format(food=portion.label, amount=written(amount, sum_.unit))
        for portion, amount in sum_.parts
    )
    total = written(sum_.total, sum_.unit)
    key = "sum" if len(sum_.parts) > 1 else "sum_one"
    text = words[key].format(total=total, name=sum_.name, parts=parts)
    low, high = _need(knowledge, sum_.nutrient, profile)
    if not high:
        return text
    least, most = round(100 * sum_.total / high), round(100 * sum_.total / low)
    share = f"{least}" if least == most else f"{least} to {most}"
    need = written(high, sum_.unit)
    if low != high:
        need = f"{written(low, sum_.unit).removesuffix(f' {sum_.unit}')} to {need}"
    key = "sum_share" if stages.told_enough(profile) or profile.sex else "sum_share_adult"
    return f"{text} {words[key].format(share=share, need=need)}"


def _need(knowledge: Knowledge, nutrient: str, profile: Profile) -> tuple[float, float]:
    """The least and the most that this person, as far as told, may need a day; 0 if unknown."""
    amounts = [row.amount for row in stages.rows(knowledge, nutrient, profile)]
    return (min(amounts), max(amounts)) if amounts else (0.0, 0.0)


def _assumed(knowledge: Knowledge, eaten: tuple[Eaten, ...]) -> str | None:
    """What was taken for amounts that were not told, or not in a measure the table knows."""
    taken = [
        knowledge.wording["sum_taken"].format(
            food=portion.label,
            grams=f"{portion.grams:.0f}",
            serving=knowledge.foods[portion.food].serving,
        )
        for portion in eaten
        if portion.assumed
    ]
    if not taken:
        return None
    return knowledge.wording["sum_assumed"].format(foods=knowledge.wording["need_join"].join(taken))
