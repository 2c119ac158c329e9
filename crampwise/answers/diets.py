"""Keeps an answer on foods to a diet."""

from __future__ import annotations

import re
from dataclasses import replace

from crampwise.answers.types import Answer, Question
from crampwise.knowledge.base import Knowledge


def diet(knowledge: Knowledge, question: Question) -> str | None:
    """The diet asked for now, or the one a person told of follows."""
    asked = question.first("diet") or question.profile.diet
    if asked in knowledge.diets:
        return asked
    told = set(question.profile.conditions)
    return next((d.id for d in knowledge.diets.values() if told & set(d.conditions)), None)


def asks_for_foods(knowledge: Knowledge, question: Question) -> bool:
    """Whether foods for a diet that limits are asked for ("which fruit is low in potassium")."""
    asked = question.first("diet")
    return asked in knowledge.diets and bool(knowledge.diets[asked].at_most)


def fitting(knowledge: Knowledge, answer: Answer, diet: str) -> Answer:
    """The answer without the sentences that name a food outside the diet; short may be empty."""
    outside = knowledge.portions.outside.get(diet, frozenset())

    def fits(text: str) -> bool:
        return not outside & set(re.findall(r"[a-z]+", text.lower()))

    return replace(
        answer,
        short=answer.short if fits(answer.short) else "",
        details=tuple(text for text in answer.details if fits(text)),
    )


def kept(knowledge: Knowledge, answer: Answer, diet: str) -> Answer:
    """The same without an empty short text: a detail that fits steps in, or all stays as it was."""
    within = fitting(knowledge, answer, diet)
    if within.short or not within.details:
        return within if within.short else answer
    first, *rest = within.details
    return replace(within, short=first, details=tuple(rest))
