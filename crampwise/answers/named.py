"""Answers about a medicine, a condition or a remedy that was named."""

from __future__ import annotations

from crampwise.answers.passages import from_passage
from crampwise.answers.types import Answer, Question
from crampwise.knowledge.base import Knowledge


def remedy(knowledge: Knowledge, question: Question) -> Answer | None:
    """The first remedy named, also one that is a food too (mustard); None without one."""
    for name in (*question.all("remedy"), *question.all("food")):
        if name in knowledge.remedies:
            return from_passage(knowledge, f"remedy.{name}", knowledge.remedies[name].about)
    return None


def medicine(knowledge: Knowledge, question: Question) -> Answer | None:
    """What is known of the first medicine named: its link to cramps and to nutrients."""
    for name in question.all("medicine"):
        if name in knowledge.medicines:
            return from_passage(knowledge, f"medicine.{name}", knowledge.medicines[name].about)
    return None


def condition(knowledge: Knowledge, question: Question) -> Answer | None:
    """What is known of the first condition named; with a nutrient, of the two together."""
    for name in question.all("condition"):
        known = knowledge.conditions.get(name)
        if known is None:
            continue
        for nutrient in question.all("nutrient"):
            if nutrient in known.with_nutrient:
                passage = known.with_nutrient[nutrient]
                return from_passage(knowledge, f"condition.{name}.{nutrient}", passage)
        return from_passage(knowledge, f"condition.{name}", known.about)
    return None


def together(knowledge: Knowledge, question: Question) -> Answer | None:
    """A medicine with a nutrient: what is known of the pair, looking up the medicine's classes."""
    for told in question.all("medicine"):
        for name in knowledge.medicine_line(told):
            for nutrient in question.all("nutrient"):
                passage = knowledge.medicines[name].with_nutrient.get(nutrient)
                if passage:
                    topic = f"medicine.{name}.{nutrient}"
                    return from_passage(knowledge, topic, passage)
    return None
