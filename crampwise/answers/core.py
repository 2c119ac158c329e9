"""Question in, answer out.

Order: a danger sign first and alone; then what is outside or unclear; then the answer for the
intent, the most specific that the entities allow; last the cautions that belong to it.
"""

from __future__ import annotations

from dataclasses import replace

from crampwise.answers import (
    compare,
    diets,
    eating,
    facets,
    fallback,
    foods,
    heeding,
    measured,
    named,
    richest,
    safety,
    sums,
    topics,
    warning,
)
from crampwise.answers.amounts import LABEL_UNITS, sentence
from crampwise.answers.cautions import with_own_cautions
from crampwise.answers.types import Answer, Question
from crampwise.knowledge.base import Knowledge

OUTSIDE, DANGER = "out_of_scope", "red_flag"
# Below this confidence the likeliest readings are offered instead of an answer. There the first is
# wrong more often than right, and in eight of ten the right one is among the three offered; about
# 2% of the held-out questions fall there (docs/evaluation).
SURE = 0.45
# Intents whose answer is that on the medicine or illness named, when no nutrient is.
ABOUT_ONE_NAMED = frozenset(
    {
        "causes",
        "timing",
        "age_group",
        "which_nutrient",
        "deficiency_signs",
        "deficiency_causes",
    }
)
ABOUT_A_REMEDY = frozenset({"remedy", "evidence", "relief", "prevention"})
ABOUT_A_FOOD = frozenset({"food_content", "remedy", "evidence"})


class Answers:
    """Answers questions from one knowledge base. Keeps no state between questions."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge

    def answer(self, question: Question) -> Answer:
        """The one answer to `question`; never raises for what a person may ask."""
        if question.red_flag or question.intent == DANGER:
            return safety.answer(self.knowledge, question.red_flag or safety.UNSPECIFIED)
        answer = heeding.heeded(self.knowledge, self._answer(question), question)
        if answer.status in ("unsure", "unknown") and answer.led:
            answer = replace(answer, details=(self.knowledge.wording["unsure_led"],))
        return _capitalised(answer)

    def _answer(self, question: Question) -> Answer:
        if question.intent == "condition" and diets.asks_for_foods(self.knowledge, question):
            question = replace(question, intent="foods")
        figure = self._figure(question)
        if question.intent == OUTSIDE and not figure:
            food = self._food_for(question)
            outside = fallback.unknown(self.knowledge, question)
            return self._warned(food, question) if food else outside
        if question.confidence < SURE and not figure:
            return self._unsure(question)
        nothing = fallback.unknown_nutrient(self.knowledge, question)
        if nothing:
            return nothing
        answer = figure or self._specific(question) or topics.answer(self.knowledge, question)
        if answer is None:
            return fallback.unknown(self.knowledge, question)
        return self._warned(answer, question)

    def _unsure(self, question: Question) -> Answer:
        """The likeliest readings, or the food on which a caution must be heard.

        Of a supplement that is to be taken, what is known of taking it is said above them.
        """
        food = self._food_for(question)
        if food:
            return self._warned(food, question)
        readings = fallback.unsure(self.knowledge, question)
        taken = replace(question, intent="supplements")
        supplement = self._facet(taken) if question.taking and readings.status == "unsure" else None
        if supplement is None:
            return readings
        return replace(
            self._warned(supplement, taken),
            topic=readings.topic,
            status=readings.status,
            details=(self.knowledge.wording["unsure_led"],),
            follow_ups=readings.follow_ups,
        )

    def _figure(self, question: Question) -> Answer | None:
        """A blood level, or an amount to be told in another unit, whatever else was read."""
        nutrients = self._nutrients(question)
        found = measured.level(self.knowledge, question, nutrients)
        turn = question.first("unit") or question.intent == OUTSIDE
        if not found and (turn or question.intent == "dose"):
            only = () if turn else LABEL_UNITS
            found = measured.same(self.knowledge, question, nutrients, only)
        return found

    def _specific(self, question: Question) -> Answer | None:
        """The answer about what was named, or None when the general topic is the answer."""
        intent, nutrients = question.intent, self._nutrients(question)
        if question.eaten:
            return sums.answer(self.knowledge, question)
        if intent == "interactions":
            return self._interaction(question, nutrients)
        if intent == "condition":
            return self._condition(question)
        if intent == "medicine_cause":
            return self._medicine(question)
        found = self._remedy_or_food(question, nutrients)
        if not found:
            found = self._of_nutrients(question, nutrients) if nutrients else self._other(question)
        return found or self._facet(question)

    def _medicine(self, question: Question) -> Answer | None:
        found = named.medicine(self.knowledge, question) or self._facet(question)
        return found or named.medicine(self.knowledge, question, told_before=True)

    def _remedy_or_food(self, question: Question, nutrients: tuple[str, ...]) -> Answer | None:
        """A remedy or a food, where the intent or the name shows that it is what was meant."""
        knowledge, intent = self.knowledge, question.intent
        found = None
        if intent in ABOUT_A_REMEDY:
            found = named.remedy(knowledge, question)
        elif intent in ("supplements", "dehydration", "too_much") and nutrients:
            found = named.remedy_of(knowledge, question, nutrients)
        elif intent in ("dehydration", "pregnancy"):
            found = None if nutrients else named.weighty_remedy(knowledge, question)
        if not found and intent in ABOUT_A_FOOD:
            found = foods.content(knowledge, question)
        return found

    def _of_nutrients(self, question: Question, nutrients: tuple[str, ...]) -> Answer | None:
        """What is more specific than the passage on the first nutrient named."""
        knowledge, intent = self.knowledge, question.intent
        if intent == "food_content":
            return richest.not_listed(knowledge, nutrients[0])
        if intent == "compare_nutrients":
            return compare.answer(knowledge, knowledge.topics[intent], nutrients)
        if intent == "dose":
            return facets.need(knowledge, question, nutrients[0])
        if intent == "supplements" and len(nutrients) > 1:
            return compare.together(knowledge, nutrients)
        return None

    def _other(self, question: Question) -> Answer | None:
        """A medicine, an illness or a remedy, when no nutrient was named."""
        knowledge, intent = self.knowledge, question.intent
        if intent in ABOUT_ONE_NAMED:
            return named.medicine(knowledge, question) or named.condition(knowledge, question)
        if intent == "supplements" and question.first("condition"):
            return named.condition(knowledge, question)
        if intent == "dose":
            return named.remedy(knowledge, question)
        if intent in ("supplements", "too_much"):
            return named.medicine(knowledge, question) or named.remedy(knowledge, question)
        return None

    def _interaction(self, question: Question, nutrients: tuple[str, ...]) -> Answer | None:
        """A medicine, an illness, a food or a second supplement with what was named."""
        knowledge = self.knowledge
        found = self._food_for(question) or named.together(knowledge, question, nutrients)
        if not found and len(nutrients) > 1:
            found = compare.together(knowledge, nutrients)
        if not found and nutrients:
            found = named.together(knowledge, question, nutrients, told_before=True)
        found = found or named.condition(knowledge, question)
        if not found and len(nutrients) > 1:
            found = compare.apart(knowledge, nutrients)
        found = found or self._facet(question) or named.medicine(knowledge, question)
        return found or named.remedy(knowledge, question) or foods.content(knowledge, question)

    def _condition(self, question: Question) -> Answer | None:
        knowledge = self.knowledge
        found = self._food_for(question)
        remedy = named.weighty_remedy(knowledge, question)
        if not found and remedy:
            warned = with_own_cautions(knowledge, remedy, (), question.profile)
            found = remedy if warned.led else None
        found = found or named.condition(knowledge, question)
        found = found or named.medicine(knowledge, question) or self._facet(question)
        return found or named.condition(knowledge, question, told_before=True)

    def _food_for(self, question: Question) -> Answer | None:
        """A food that a person with an illness or a medicine should hear a caution on."""
        food = foods.content(self.knowledge, question)
        if food is None or not eating.cautions(self.knowledge, question):
            return None
        return food

    def _nutrients(self, question: Question) -> tuple[str, ...]:
        return tuple(n for n in question.all("nutrient") if n in self.knowledge.nutrients)

    def _warned(self, answer: Answer, question: Question) -> Answer:
        return warning.fitted(self.knowledge, answer, question, self._nutrients(question))

    def _facet(self, question: Question) -> Answer | None:
        nutrients = self._nutrients(question)
        return facets.answer(self.knowledge, question, nutrients[0]) if nutrients else None


def _capitalised(answer: Answer) -> Answer:
    """The answer with a capital at the start of what was put together from names."""
    return replace(
        answer, short=sentence(answer.short), details=tuple(map(sentence, answer.details))
    )
