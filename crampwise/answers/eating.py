"""What a person must hear before they are told of food, from what they told of themselves.

The cautions on eating are those that the topic on single foods names.
"""

from __future__ import annotations

from dataclasses import replace

from crampwise.answers.cautions import concerns
from crampwise.answers.foods import GENERAL, named
from crampwise.answers.passages import MAX_CHOICES, choice
from crampwise.answers.types import Answer, Question
from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.schema import Caution
from crampwise.knowledge.tables import Food

SOME_SHARE = 0.05  # of an adult's need in one serving: from here on the food wants the caution
# Of sodium nearly every food has that much; this is the share of one that is salty by itself.
SALTY_SHARE = 0.2


def is_about_food(answer: Answer) -> bool:
    """Whether the answer speaks of what to eat."""
    topic = answer.topic
    return topic.startswith(("food.", "foods", GENERAL)) or topic.endswith(".foods")


def cautions(
    knowledge: Knowledge, question: Question, asked: tuple[str, ...] = ()
) -> list[Caution]:
    """The cautions on eating that concern this person.

    Before a list of foods each of them counts; before one food only those on what it holds a good
    deal of, or on the nutrients `asked` of it.
    """
    passage = knowledge.topics[GENERAL].passage
    mine = [
        caution
        for caution in (knowledge.cautions[identity] for identity in passage.cautions)
        if concerns(knowledge, caution, question.profile)
    ]
    foods = [knowledge.foods[name] for name in named(knowledge, question)]
    if not foods:
        # A list is seldom of salty foods.
        salty = {"sodium"} & {*question.all("nutrient"), *asked}
        return [c for c in mine if salty or c.nutrients != ("sodium",)]
    return [
        caution
        for caution in mine
        if set(caution.nutrients) & {*question.all("nutrient"), *asked}
        or any(holds(knowledge, food, caution.nutrients) for food in foods)
    ]


def without_tempting(knowledge: Knowledge, answer: Answer, cautions: list[Caution]) -> Answer:
    """The answer without buttons that lead to foods rich in what the cautions warn of."""
    warned = {nutrient for caution in cautions for nutrient in caution.nutrients}
    kept = tuple(
        option
        for option in answer.follow_ups
        if option.intent != "foods" or option.entities.get("nutrient") not in warned
    )
    return replace(answer, follow_ups=(*kept, choice(knowledge, "see_doctor"))[:MAX_CHOICES])


def holds(knowledge: Knowledge, food: Food, nutrients: tuple[str, ...]) -> bool:
    """Whether the food holds a good deal of one of these; unknown counts as yes."""
    portions = knowledge.portions
    known = [nutrient for nutrient in nutrients if nutrient in portions.columns]
    least = {"sodium": SALTY_SHARE}
    return not known or any(portions.share(food, n) >= least.get(n, SOME_SHARE) for n in known)
