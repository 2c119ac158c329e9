"""Asks for what a question lacks: "how much should I take?" of which nutrient?"""

from __future__ import annotations

from crampwise.answers.types import Answer, Choice, Question
from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.schema import Facet

# Questions that mean nothing without a nutrient, and the facet that answers each.
NEEDED = {"dose": Facet.NEED, "too_much": Facet.TOO_MUCH}
OFFERED = ("magnesium", "potassium", "vitamin_d")
NAMES = ("nutrient", "food", "medicine", "condition", "remedy", "drink", "amount")


def answer(knowledge: Knowledge, question: Question) -> Answer | None:
    """The question back, with the nutrients asked about most as buttons; None if it lacks none."""
    if not lacks_name(question):
        return None
    asked = knowledge.facets[NEEDED[question.intent]]
    return Answer(
        topic=f"ask.{question.intent}",
        status="unsure",
        short=knowledge.wording["ask_nutrient"],
        follow_ups=tuple(
            Choice(
                asked.question.format(name=knowledge.nutrients[name].name),
                asked.intent,
                {"nutrient": name},
            )
            for name in OFFERED
        ),
    )


def lacks_name(question: Question) -> bool:
    """Whether a question means nothing, because it names nothing."""
    named = question.red_flag or any(name in question.entities for name in NAMES)
    return question.intent in NEEDED and not named
