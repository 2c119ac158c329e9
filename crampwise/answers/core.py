"""Question in, answer out.

Order: a danger sign first and alone; then what is outside or unclear; then the answer for the
intent, the most specific that the entities allow; last the cautions that belong to it.
"""

from __future__ import annotations

from dataclasses import replace

from crampwise.answers import compare, fallback, foods, intakes, named, personal, safety
from crampwise.answers.amounts import sentence
from crampwise.answers.cautions import led_by, life_stages, with_cautions, with_own_cautions
from crampwise.answers.passages import from_passage
from crampwise.answers.types import Answer, Question
from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.schema import Facet, Passage, Topic

OUTSIDE = "out_of_scope"
DANGER = "red_flag"
# Below this confidence the likeliest readings are offered instead of an answer: about 2% of the
# held-out questions (tests/nlu) fall below it.
SURE = 0.35
# Intents about taking something: their answers carry the cautions on supplements.
ABOUT_TAKING = frozenset({"supplements", "dose", "interactions", "too_much"})
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
# Intents whose general answer is joined by what is known of the medicines and illnesses told.
WHERE_THE_PERSON_COUNTS = ABOUT_ONE_NAMED | {"medicine_cause", "prevention", "testing"}
MAX_DETAILS = 5
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
        intent, nutrients = question.intent, self._nutrients(question)
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
            return foods.not_listed(knowledge, nutrients[0])
        if intent == "compare_nutrients":
            return compare.answer(knowledge, knowledge.topics[intent], nutrients)
        if intent == "dose" and intakes.told_enough(question.profile):
            answer = intakes.answer(knowledge, nutrients[0], question.profile)
            return answer and self._with_figures(answer, question, nutrients[0], Facet.NEED)
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
        if food is None or not foods.cautions(self.knowledge, question):
            return None
        return food

    def _nutrients(self, question: Question) -> tuple[str, ...]:
        return tuple(n for n in question.all("nutrient") if n in self.knowledge.nutrients)

    def _facet(self, question: Question) -> Answer | None:
        nutrients = self._nutrients(question)
        facet = FACETS.get(question.intent)
        if not nutrients or facet is None:
            return None
        nutrient = nutrients[0]
        if question.intent == "supplements" and question.first("form"):
            facet = Facet.FORMS
        if question.intent == "nutrient_role" and "cramp" in question.all("symptom"):
            facet = Facet.CRAMPS
        if question.intent == "dehydration" and self.knowledge.nutrients[nutrient].members:
            facet = Facet.SUPPLEMENTS
        content = self.knowledge.nutrients[nutrient].facets.get(facet)
        if not isinstance(content, Passage):
            return None
        answer = from_passage(self.knowledge, f"{nutrient}.{facet.value}", content)
        if facet is Facet.FOODS:
            return foods.with_richest(self.knowledge, answer, nutrient, self._diet(question))
        return self._with_figures(answer, question, nutrient, facet)

    def _with_figures(
        self, answer: Answer, question: Question, nutrient: str, facet: Facet
    ) -> Answer:
        """The passage with what the table of intakes says for this person and this amount."""
        knowledge, profile, words = self.knowledge, question.profile, self.knowledge.wording
        details = answer.details
        if (
            facet is Facet.NEED
            and question.intent == "dose"
            and words["need_meaning"] not in details
        ):
            details = (*details, words["need_meaning"])
            answer = replace(answer, details=details[:MAX_DETAILS])
        told = intakes.told_enough(profile)
        lines: list[str | None] = []
        amount = question.first("amount")
        if facet in (Facet.TOO_MUCH, Facet.SUPPLEMENTS, Facet.NEED) and amount:
            lines.append(intakes.weighed(knowledge, nutrient, amount, profile))
        if facet is Facet.TOO_MUCH and told and lines in ([], [None]):
            lines.append(intakes.limit_line(knowledge, nutrient, profile))
        if facet is Facet.SUPPLEMENTS and question.intent == "age_group" and told:
            lines.append(intakes.need_line(knowledge, nutrient, profile))
        said = [line for line in lines if line]
        if not said:
            return answer
        if facet is Facet.TOO_MUCH:
            return replace(
                answer, short=said[0], details=(*said[1:], answer.short, *details)[:MAX_DETAILS]
            )
        return replace(answer, details=(*said, *details)[:MAX_DETAILS])

    def _diet(self, question: Question) -> str | None:
        """The diet asked for now, or told before."""
        return question.first("diet") or (
            "vegan" if "vegan_diet" in question.profile.conditions else None
        )

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
        answer = from_passage(self.knowledge, best.id, best.passage, best.urgency)
        if question.intent in WHERE_THE_PERSON_COUNTS:
            return personal.with_own_causes(self.knowledge, answer, question.profile)
        return answer

    def _with_cautions(self, answer: Answer, question: Question) -> Answer:
        """The warnings that belong to this answer, those for this person in front."""
        nutrients = self._nutrients(question)
        if _about_food(answer):
            asked = nutrients if answer.topic.startswith("food.") else ()
            eating = foods.cautions(self.knowledge, question, asked)
            if eating:
                fitting = foods.without_tempting(self.knowledge, answer, eating)
                return led_by(self.knowledge, fitting, eating)
        if question.intent in ABOUT_TAKING or answer.topic.endswith(".supplements"):
            return with_cautions(self.knowledge, answer, nutrients, question.profile)
        if answer.topic.startswith(("condition.", "medicine.")):
            return answer  # speaks of the very thing the caution is for
        return with_own_cautions(self.knowledge, answer, nutrients, question.profile)


def _about_food(answer: Answer) -> bool:
    topic = answer.topic
    return topic.startswith(("food.", "foods", foods.GENERAL)) or topic.endswith(".foods")


def _capitalised(answer: Answer) -> Answer:
    """The answer with a capital at the start of what was put together from names."""
    return replace(
        answer, short=sentence(answer.short), details=tuple(map(sentence, answer.details))
    )
