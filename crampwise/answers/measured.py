"""Amounts in the units of labels and laboratories: turned into others, and read as blood levels."""

from __future__ import annotations

from dataclasses import replace

from crampwise.answers.amounts import LABEL_UNITS, as_told, unit_of, written
from crampwise.answers.limits import weighed
from crampwise.answers.passages import MAX_CHOICES, choice, source_refs
from crampwise.answers.types import Answer, Call, Choice, Question
from crampwise.knowledge import units
from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.schema import Facet, Passage
from crampwise.knowledge.tables import Blood

EMERGENCY = "emergency"  # the urgency that brings the number to call, and nothing beside it


def level(knowledge: Knowledge, question: Question, nutrients: tuple[str, ...]) -> Answer | None:
    """What a blood level that was told means; None when no level of these nutrients was told."""
    for nutrient in nutrients:
        measure = knowledge.measures.get(nutrient)
        if measure is None or measure.blood is None:
            continue
        for amount, unit in _amounts(question):
            if units.level(amount, unit, measure.blood) is not None:
                found = _level(knowledge, nutrient, measure.blood, amount, unit)
                convert = question.first("unit") and not found.urgency
                return _turned_first(knowledge, found, nutrient, amount, unit) if convert else found
    return None


def same(
    knowledge: Knowledge,
    question: Question,
    nutrients: tuple[str, ...],
    only: tuple[str, ...] = (),
) -> Answer | None:
    """An amount in other units, beside the need and the limit; None when there is none to turn.

    With `only`, just amounts in one of these units are turned.
    """
    for nutrient in nutrients:
        for amount, unit in _amounts(question):
            if only and unit not in only:
                continue
            others = _others(knowledge, nutrient, amount, unit)
            if others and nutrient in knowledge.portions.needs:
                return _same(knowledge, question, nutrient, amount, unit)
    return None


def line(knowledge: Knowledge, nutrient: str, told: str) -> str | None:
    """One sentence that gives a label's amount in the tables' unit; None when it is in it."""
    parsed = units.parsed(told)
    if not parsed or parsed[1] not in LABEL_UNITS or not _others(knowledge, nutrient, *parsed):
        return None
    return _sentence(knowledge, nutrient, *parsed)


def _amounts(question: Question) -> list[tuple[float, str]]:
    return [parsed for text in question.all("amount") if (parsed := units.parsed(text))]


def _others(knowledge: Knowledge, nutrient: str, amount: float, unit: str) -> list[str]:
    """The amount in each other unit that the measure knows, the tables' own first."""
    measure = knowledge.measures.get(nutrient)
    found = []
    for to in dict.fromkeys((unit_of(knowledge, nutrient), *LABEL_UNITS)):
        turned = units.converted(amount, unit, to, measure)
        if turned is not None and to != unit:
            found.append(written(turned, to))
    return found


def _sentence(knowledge: Knowledge, nutrient: str, amount: float, unit: str) -> str:
    words, name = knowledge.wording, knowledge.nutrients[nutrient].name
    others = words["unit_join"].join(_others(knowledge, nutrient, amount, unit))
    return words["unit_same"].format(amount=as_told(amount, unit), name=name, same=others)


def _same(
    knowledge: Knowledge, question: Question, nutrient: str, amount: float, unit: str
) -> Answer:
    words, measure = knowledge.wording, knowledge.measures.get(nutrient)
    figure = units.converted(amount, unit, unit_of(knowledge, nutrient), measure) or 0.0
    share = round(100 * figure / knowledge.portions.needs[nutrient])
    limit = weighed(knowledge, nutrient, f"{amount} {unit}", question.profile)
    source = next(row.source for row in knowledge.intakes if row.nutrient == nutrient)
    return Answer(
        topic=f"{nutrient}.units",
        short=_sentence(knowledge, nutrient, amount, unit),
        details=(
            words["unit_share"].format(name=knowledge.nutrients[nutrient].name, share=f"{share:,}"),
            *((limit,) if limit else ()),
            words["need_meaning"],
        ),
        sources=source_refs(knowledge, [*(measure.sources if measure else ()), source]),
        follow_ups=_next(knowledge, nutrient, ("need", "too_much", "testing")),
    )


def _level(knowledge: Knowledge, nutrient: str, blood: Blood, amount: float, unit: str) -> Answer:
    value = units.level(amount, unit, blood) or 0.0
    band = units.band(value, blood)
    words, name = knowledge.wording, knowledge.nutrients[nutrient].name
    topic = f"{nutrient}.level"
    sources = source_refs(knowledge, [*band.sources, *blood.sources])
    if band.urgency == EMERGENCY:
        numbers = (c for c in knowledge.contacts[EMERGENCY] if not c.only_there)
        calls = tuple(Call(number.label, number.tel) for number in numbers)
        return Answer(
            topic, band.text, "safety", sources=sources, urgency=band.urgency, calls=calls
        )
    told, same = as_told(amount, unit), written(value, blood.unit)
    turned = words["unit_same"].format(amount=told, name=name, same=same)
    return Answer(
        topic,
        band.text,
        details=(*((turned,) if unit != blood.unit else ()), words["level_meaning"]),
        sources=sources,
        urgency=band.urgency,
        follow_ups=_next(knowledge, nutrient, ("too_little", "testing", "at_risk")),
    )


def _turned_first(
    knowledge: Knowledge, answer: Answer, nutrient: str, amount: float, unit: str
) -> Answer:
    """The same for somebody who wants the level in another unit: that first, its meaning below."""
    words, measure = knowledge.wording, knowledge.measures[nutrient]
    blood = measure.blood
    value = units.level(amount, unit, blood) if blood else None
    if blood is None or value is None:
        return answer
    to, factor = (blood.unit, 1.0) if unit != blood.unit else next(iter(blood.other.items()))
    turned = words["unit_same"].format(
        amount=as_told(amount, unit),
        name=knowledge.nutrients[nutrient].name,
        same=written(value / factor, to),
    )
    rest = (text for text in answer.details if text != turned)
    return replace(answer, short=turned, details=(answer.short, *rest))


def _next(knowledge: Knowledge, nutrient: str, facets: tuple[str, ...]) -> tuple[Choice, ...]:
    known = knowledge.nutrients[nutrient].facets
    return tuple(
        choice(knowledge, f"{nutrient}.{facet}")
        for facet in facets
        if isinstance(known.get(Facet(facet)), Passage)
    )[:MAX_CHOICES]
