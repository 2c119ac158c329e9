"""Answers about a medicine, a condition or a remedy that was named."""

from __future__ import annotations

from crampwise.answers.foods import holds
from crampwise.answers.passages import from_passage
from crampwise.answers.types import Answer, Question
from crampwise.knowledge.base import Knowledge


def remedy(knowledge: Knowledge, question: Question) -> Answer | None:
    """The first remedy named, also one that is a food too (mustard); None without one."""
    for name in (*question.all("remedy"), *question.all("food")):
        if name in knowledge.remedies:
            return from_passage(knowledge, f"remedy.{name}", knowledge.remedies[name].about)
    return None


def weighty_remedy(knowledge: Knowledge, question: Question) -> Answer | None:
    """The remedy named when it is one with cautions, which no general answer may pass over.

    Others (walking, water) are words of the question more often than its subject.
    """
    for name in (*question.all("remedy"), *question.all("food")):
        if name in knowledge.remedies and knowledge.remedies[name].about.cautions:
            return from_passage(knowledge, f"remedy.{name}", knowledge.remedies[name].about)
    return None


def remedy_of(
    knowledge: Knowledge, question: Question, nutrients: tuple[str, ...]
) -> Answer | None:
    """The remedy named when it is a way to take a nutrient named (magnesium cream)."""
    names = {knowledge.nutrients[nutrient].name.removesuffix("s") for nutrient in nutrients}
    for name in question.all("remedy"):
        known = knowledge.remedies.get(name)
        if known and any(alias.startswith(tuple(names)) for alias in (known.name, *known.aliases)):
            return from_passage(knowledge, f"remedy.{name}", known.about)
    return None


def medicine(knowledge: Knowledge, question: Question, told_before: bool = False) -> Answer | None:
    """What is known of the first medicine named: its link to cramps and to nutrients.

    With `told_before` the medicine may be one told earlier in the conversation, the newest first.
    """
    names = tuple(reversed(question.profile.medicines)) if told_before else ()
    for name in (*question.all("medicine"), *names):
        if name in knowledge.medicines:
            return from_passage(knowledge, f"medicine.{name}", knowledge.medicines[name].about)
    return None


def condition(knowledge: Knowledge, question: Question, told_before: bool = False) -> Answer | None:
    """What is known of the first condition named; with a nutrient, of the two together."""
    names = tuple(reversed(question.profile.conditions)) if told_before else ()
    for name in (*question.all("condition"), *names):
        known = knowledge.conditions.get(name)
        if known is None:
            continue
        for nutrient in question.all("nutrient"):
            if nutrient in known.with_nutrient:
                passage = known.with_nutrient[nutrient]
                return from_passage(knowledge, f"condition.{name}.{nutrient}", passage)
        return from_passage(knowledge, f"condition.{name}", known.about)
    return None


def together(
    knowledge: Knowledge,
    question: Question,
    nutrients: tuple[str, ...],
    told_before: bool = False,
) -> Answer | None:
    """A medicine with a nutrient: what is known of the pair, looking up the medicine's classes.

    With `told_before` medicines told earlier count as well; a group's members count as the group
    does; a food stands for what it is a good source of.
    """
    members = tuple(m for nutrient in nutrients for m in knowledge.nutrients[nutrient].members)
    meant = (*nutrients, *members) if nutrients else holds(knowledge, question)
    earlier = tuple(reversed(question.profile.medicines)) if told_before else ()
    for told in dict.fromkeys((*question.all("medicine"), *earlier)):
        for name in knowledge.medicine_line(told):
            for nutrient in meant:
                passage = knowledge.medicines[name].with_nutrient.get(nutrient)
                if passage:
                    topic = f"medicine.{name}.{nutrient}"
                    return from_passage(knowledge, topic, passage)
    return None
