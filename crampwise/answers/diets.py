"""Keeps an answer on foods to a diet."""

from __future__ import annotations

import re
from dataclasses import replace

from crampwise.answers.types import Answer, Question
from crampwise.knowledge.base import Knowledge


def diet(knowledge: Knowledge, question: Question) -> str | None:
    """The diet asked for now, or the one a person told of follows.

    Where the one told leaves out all that the one asked for does (vegan, dairy-free), it is that.
    """
    told = set(question.profile.conditions)
    by_condition = (d.id for d in knowledge.diets.values() if told & set(d.conditions))
    named = (question.first("diet"), question.profile.diet, *by_condition)
    known = [knowledge.diets[name] for name in named if name in knowledge.diets]
    if not known:
        return None
    first = set(known[0].leaves_out)
    stricter = (d.id for d in known[1:] if first and first < set(d.leaves_out))
    return next(stricter, known[0].id)


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
