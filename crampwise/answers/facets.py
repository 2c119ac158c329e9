"""What is asked of one nutrient: its passage, with the tables' figures for this person."""

from __future__ import annotations

from dataclasses import replace

from crampwise.answers import diets, intakes, limits, measured, stages
from crampwise.answers.passages import from_passage
from crampwise.answers.richest import with_richest
from crampwise.answers.types import Answer, Question
from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.schema import Facet, Passage

MAX_DETAILS = 5
IN_100_G = "100 g"  # the amount that asks for foods by weight
FACETS = {
    "nutrient_role": Facet.ROLE,
    "which_nutrient": Facet.CRAMPS,
    "evidence": Facet.CRAMPS,
    "foods": Facet.FOODS,
    "food_content": Facet.FOODS,
    "supplements": Facet.SUPPLEMENTS,
    "interactions": Facet.INTERACTIONS,
    "dose": Facet.NEED,
    "too_much": Facet.TOO_MUCH,
    "deficiency_signs": Facet.TOO_LITTLE,
    "deficiency_causes": Facet.AT_RISK,
    "testing": Facet.TESTING,
    "pregnancy": Facet.PREGNANCY,
    "causes": Facet.CRAMPS,
    "timing": Facet.CRAMPS,
    "dehydration": Facet.CRAMPS,
    "relief": Facet.SUPPLEMENTS,
    "prevention": Facet.SUPPLEMENTS,
    "remedy": Facet.SUPPLEMENTS,
    "age_group": Facet.SUPPLEMENTS,
}


def answer(knowledge: Knowledge, question: Question, nutrient: str) -> Answer | None:
    """The facet of `nutrient` that the intent means; None when there is none."""
    facet = _meant(knowledge, question, nutrient)
    content = knowledge.nutrients[nutrient].facets.get(facet) if facet else None
    if facet is None or not isinstance(content, Passage):
        return None
    found = from_passage(knowledge, f"{nutrient}.{facet.value}", content)
    if facet is Facet.FOODS:
        by_weight = IN_100_G in question.all("amount")
        diet = diets.diet(knowledge, question)
        return with_richest(knowledge, found, nutrient, diet, by_weight)
    return with_figures(knowledge, found, question, nutrient, facet)


def need(knowledge: Knowledge, question: Question, nutrient: str) -> Answer | None:
    """What this person needs a day, when they told enough to pick a row of the table."""
    if not stages.told_enough(question.profile):
        return None
    found = intakes.answer(knowledge, nutrient, question.profile)
    return found and with_figures(knowledge, found, question, nutrient, Facet.NEED)


def with_figures(
    knowledge: Knowledge, answer: Answer, question: Question, nutrient: str, facet: Facet
) -> Answer:
    """The passage with what the table of intakes says for this person and this amount."""
    profile, words = question.profile, knowledge.wording
    details = answer.details
    meaning = words["need_meaning"]
    if facet is Facet.NEED and question.intent == "dose" and meaning not in details:
        details = (*details, meaning)
        answer = replace(answer, details=details[:MAX_DETAILS])
    told = stages.told_enough(profile)
    lines: list[str | None] = []
    amount = question.first("amount")
    if facet in (Facet.TOO_MUCH, Facet.SUPPLEMENTS, Facet.NEED) and amount:
        weighed = limits.weighed(knowledge, nutrient, amount, profile)
        lines.append(weighed or measured.line(knowledge, nutrient, amount))
    if facet is Facet.TOO_MUCH and told and not any(lines):
        lines.append(limits.limit_line(knowledge, nutrient, profile))
    if facet is Facet.SUPPLEMENTS and question.intent == "age_group" and told:
        lines.append(intakes.need_line(knowledge, nutrient, profile))
    said = [line for line in lines if line]
    if not said and facet is Facet.TOO_MUCH:
        limit = limits.adult_line(knowledge, nutrient)
        return replace(answer, details=(limit, *details)[:MAX_DETAILS]) if limit else answer
    if not said:
        return answer
    if facet is Facet.TOO_MUCH:
        below = (*said[1:], answer.short, *details)
        return replace(answer, short=said[0], details=below[:MAX_DETAILS])
    return replace(answer, details=(*said, *details)[:MAX_DETAILS])


def _meant(knowledge: Knowledge, question: Question, nutrient: str) -> Facet | None:
    intent = question.intent
    if intent == "supplements" and question.first("form"):
        return Facet.FORMS
    if intent == "nutrient_role" and "cramp" in question.all("symptom"):
        return Facet.CRAMPS
    if intent == "dehydration" and knowledge.nutrients[nutrient].members:
        return Facet.SUPPLEMENTS
    return FACETS.get(intent)
