"""Which cautions an answer gets, by what it is about."""

from __future__ import annotations

from dataclasses import replace

from crampwise.answers import eating
from crampwise.answers.cautions import ABOUT_TAKING, led_by, with_cautions, with_own_cautions
from crampwise.answers.types import Answer, Question
from crampwise.knowledge.base import Knowledge

TAKING = (".supplements", ".units")  # topics that do so whatever the intent


def fitted(
    knowledge: Knowledge, answer: Answer, question: Question, nutrients: tuple[str, ...]
) -> Answer:
    """The warnings that belong to this answer, those for this person in front."""
    if answer.status == "safety":
        return answer
    if eating.is_about_food(answer):
        asked = nutrients if answer.topic.startswith("food.") else ()
        mine = eating.cautions(knowledge, question, asked)
        if mine:
            fitting = eating.without_tempting(knowledge, answer, mine)
            return led_by(knowledge, fitting, mine)
    if question.intent in ABOUT_TAKING or answer.topic.endswith(TAKING):
        profile = question.profile
        if answer.topic.startswith("medicine.") and question.all("medicine"):
            # Of the medicine asked about: what holds for another one told of is another question.
            profile = replace(profile, medicines=question.all("medicine"))
        return with_cautions(knowledge, answer, nutrients, profile)
    if answer.topic.startswith(("condition.", "medicine.")):
        return answer  # speaks of the very thing the caution is for
    return with_own_cautions(knowledge, answer, nutrients, question.profile)
