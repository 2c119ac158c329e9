"""Question in, answer out.

Order: a danger sign first and alone; then what is outside or unclear; then the answer for the
intent, the most specific that the entities allow; last the cautions that belong to it.
"""

from __future__ import annotations

from dataclasses import replace

from crampwise.answers import compare, fallback, foods, intakes, named, safety
from crampwise.answers.amounts import sentence
from crampwise.answers.cautions import life_stages, with_cautions
from crampwise.answers.passages import from_passage
from crampwise.answers.types import Answer, Question
from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.schema import Facet, Passage, Topic

OUTSIDE = "out_of_scope"
DANGER = "red_flag"
# Below this confidence the likeliest readings are offered instead of an answer; chosen on the
# development messages so that few clear questions are asked back (see `make evaluate`).
SURE = 0.35
# Intents about taking something: their answers carry the cautions on supplements.
ABOUT_TAKING = frozenset({"supplements", "dose", "interactions", "too_much"})
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
    "age_group": Facet.NEED,
}


class Answers:
    """Answers questions from one knowledge base. Keeps no state between questions."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge

    def answer(self, question: Question) -> Answer:
        """The one answer to `question`; never raises for what a person may ask."""
        if question.red_flag or question.intent == DANGER:
            return safety.answer(self.knowledge, question.red_flag or safety.UNSPECIFIED)
        if question.intent == OUTSIDE:
            return fallback.unknown(self.knowledge, question)
        if question.confidence < SURE:
            return fallback.unsure(self.knowledge, question)
        answer = self._specific(question) or self._topic(question)
        if answer is None:
            return fallback.unknown(self.knowledge, question)
        return _capitalised(self._with_cautions(answer, question))

    def _specific(self, question: Question) -> Answer | None:
        """The answer about what was named, or None when the general topic is the answer."""
        knowledge, intent = self.knowledge, question.intent
        nutrients = self._nutrients(question)
        if intent == "interactions":
            found = named.together(knowledge, question) or named.condition(knowledge, question)
            return found or self._facet(question) or named.medicine(knowledge, question)
        if intent == "medicine_cause":
            return named.medicine(knowledge, question) or self._facet(question)
        if intent == "condition":
            found = named.condition(knowledge, question) or named.medicine(knowledge, question)
            return found or self._facet(question)
        if intent in ("remedy", "evidence", "relief", "prevention"):
            remedy = named.remedy(knowledge, question)
            if remedy:
                return remedy
        if intent in ("food_content", "remedy", "evidence"):
            food = foods.content(knowledge, question)
            if food:
                return food
        if intent == "compare_nutrients" and nutrients:
            return compare.answer(knowledge, knowledge.topics[intent], nutrients)
        if intent in ("dose", "age_group") and nutrients and intakes.told_enough(question.profile):
            table = intakes.answer(knowledge, nutrients[0], question.profile)
            if table:
                return table
        if intent == "supplements" and question.first("condition") and not nutrients:
            return named.condition(knowledge, question)
        return self._facet(question)

    def _nutrients(self, question: Question) -> tuple[str, ...]:
        return tuple(n for n in question.all("nutrient") if n in self.knowledge.nutrients)

    def _facet(self, question: Question) -> Answer | None:
        nutrients = self._nutrients(question)
        facet = FACETS.get(question.intent)
        if not nutrients or facet is None:
            return None
        if question.intent == "supplements" and question.first("form"):
            facet = Facet.FORMS
        if question.intent == "nutrient_role" and "cramp" in question.all("symptom"):
            facet = Facet.CRAMPS
        nutrient = nutrients[0]
        content = self.knowledge.nutrients[nutrient].facets.get(facet)
        if not isinstance(content, Passage):
            return None
        answer = from_passage(self.knowledge, f"{nutrient}.{facet.value}", content)
        if facet is Facet.FOODS:
            return foods.with_richest(self.knowledge, answer, nutrient, self._diet(question))
        return answer

    def _diet(self, question: Question) -> str | None:
        if "vegan_diet" in question.profile.conditions:
            return "vegan"
        return question.first("diet")

    def _topic(self, question: Question) -> Answer | None:
        """The general answer to the intent, in the variant that fits best."""
        entities = {entity: question.all(entity) for entity in question.entities}
        stages = life_stages(question.profile)
        diet = self._diet(question)
        if diet:
            entities["diet"] = (diet,)
        if stages:
            entities["life_stage"] = (*entities.get("life_stage", ()), *sorted(stages))
        best: Topic | None = None
        for topic in self.knowledge.topics.values():
            if topic.intent != question.intent:
                continue
            if any(value not in entities.get(e, ()) for e, value in topic.when.items()):
                continue
            if best is None or len(topic.when) > len(best.when):
                best = topic
        if best is None:
            return None
        return from_passage(self.knowledge, best.id, best.passage, best.urgency)

    def _with_cautions(self, answer: Answer, question: Question) -> Answer:
        nutrients = self._nutrients(question)
        if question.intent not in ABOUT_TAKING and not answer.topic.endswith(".supplements"):
            return answer
        return with_cautions(self.knowledge, answer, nutrients, question.profile)


def _capitalised(answer: Answer) -> Answer:
    """The answer with a capital at the start of what was put together from names."""
    return replace(
        answer, short=sentence(answer.short), details=tuple(map(sentence, answer.details))
    )
