"""The general answer to an intent, in the variant that fits best."""

from __future__ import annotations

from crampwise.answers import diets, personal
from crampwise.answers.cautions import YOUNG, life_stages
from crampwise.answers.passages import from_passage
from crampwise.answers.richest import with_lowest
from crampwise.answers.types import Answer, Question
from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.schema import Topic

# Intents whose general answer is joined by what is known of the medicines and illnesses told.
WHERE_THE_PERSON_COUNTS = frozenset(
    {
        "causes",
        "timing",
        "age_group",
        "which_nutrient",
        "deficiency_signs",
        "deficiency_causes",
        "medicine_cause",
        "prevention",
        "testing",
    }
)


def answer(knowledge: Knowledge, question: Question) -> Answer | None:
    """The topic of the intent whose `when` says most and holds; None when the intent has none."""
    entities = {entity: question.all(entity) for entity in question.entities}
    stages = life_stages(question.profile)
    diet = diets.diet(knowledge, question)
    if diet:
        entities["diet"] = (diet,)
    if stages:
        named = entities.get("life_stage", ())
        if question.profile.age is not None:
            named = tuple(stage for stage in named if stage in stages or stage not in YOUNG)
        entities["life_stage"] = (*named, *sorted(stages))
    best: Topic | None = None
    for topic in knowledge.topics.values():
        if topic.intent != question.intent:
            continue
        if any(value not in entities.get(e, ()) for e, value in topic.when.items()):
            continue
        if best is None or len(topic.when) > len(best.when):
            best = topic
    if best is None:
        return None
    found = from_passage(knowledge, best.id, best.passage, best.urgency)
    if "diet" in best.when and knowledge.diets[best.when["diet"]].at_most:
        return with_lowest(knowledge, found, best.when["diet"])
    if question.intent in WHERE_THE_PERSON_COUNTS:
        return personal.with_own_causes(knowledge, found, question.profile)
    return found
