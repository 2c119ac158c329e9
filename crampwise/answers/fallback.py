"""What to say when the bot does not know, or is not sure what was meant."""

from __future__ import annotations

from collections.abc import Iterable

from crampwise.answers.passages import MAX_CHOICES, choice
from crampwise.answers.types import Answer, Choice, Question
from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.schema import Facet, Passage

# Offered when nothing that was said points anywhere.
OTHER = "other_nutrient"  # entity of nutrients outside the knowledge base
KNOWN = {"nutrient", "food", "medicine", "condition", "remedy"}  # entities that have an answer
STARTING_POINTS = ("which_nutrient", "relief", "see_doctor")


def unknown(knowledge: Knowledge, question: Question) -> Answer:
    """The question lies outside what the bot knows: say so, and offer what is near."""
    near = [*_about_named(knowledge, question), *_readable(knowledge, question)]
    if not near:
        near = [choice(knowledge, topic) for topic in STARTING_POINTS]
    return Answer(
        topic="unknown",
        status="unknown",
        short=knowledge.wording["unknown"],
        follow_ups=tuple(near[:MAX_CHOICES]),
    )


def unknown_nutrient(knowledge: Knowledge, question: Question) -> Answer | None:
    """A nutrient was asked for that nothing is known of: say which; None when none was."""
    asked = question.first(OTHER)
    if asked is None or set(question.entities) & KNOWN:
        return None
    name = knowledge.terms[OTHER][asked][0]
    words = knowledge.wording["unknown_nutrient"].format(name=name)
    near = tuple(choice(knowledge, topic) for topic in STARTING_POINTS)
    return Answer(topic="unknown", status="unknown", short=words, follow_ups=near)


def unsure(knowledge: Knowledge, question: Question) -> Answer:
    """Several readings are likely: offer them as questions a person can tap."""
    readings = _readable(knowledge, question)
    if not readings:
        return unknown(knowledge, question)
    return Answer(
        topic="unsure",
        status="unsure",
        short=knowledge.wording["unsure"],
        follow_ups=tuple(readings[:MAX_CHOICES]),
    )


def _about_named(knowledge: Knowledge, question: Question) -> list[Choice]:
    """The plainest question on the first thing named, so that it can be had with one tap."""
    for kind, things, intent in (
        ("remedy", knowledge.remedies, "remedy"),
        ("food", knowledge.remedies, "remedy"),
        ("food", knowledge.foods, "food_content"),
        ("medicine", knowledge.medicines, "medicine_cause"),
        ("condition", knowledge.conditions, "condition"),
    ):
        for name in question.all(kind):
            if name in things:
                entity = "remedy" if intent == "remedy" else kind
                title = knowledge.wording[f"ask_{entity}"].format(name=_plain(things[name].name))
                return [Choice(title, intent, {entity: name})]
    return []


def _plain(name: str) -> str:
    return name.removesuffix(" for cramps")


def _readable(knowledge: Knowledge, question: Question) -> list[Choice]:
    """The likeliest readings as buttons, each question once, likeliest first."""
    found: dict[str, Choice] = {}
    for reading in question.readings:
        for option in _choices(knowledge, reading.intent, question):
            found.setdefault(option.title, option)
    return list(found.values())


def _choices(knowledge: Knowledge, intent: str, question: Question) -> Iterable[Choice]:
    nutrient = question.first("nutrient")
    if nutrient in knowledge.nutrients:
        for facet, asked in knowledge.facets.items():
            content = knowledge.nutrients[nutrient].facets.get(Facet(facet))
            if asked.intent == intent and isinstance(content, Passage):
                yield choice(knowledge, f"{nutrient}.{facet.value}")
                return
    fitting = [topic for topic in knowledge.topics.values() if topic.intent == intent]
    for topic in sorted(fitting, key=lambda topic: -_fit(topic.when, question))[:1]:
        yield choice(knowledge, topic.id)


def _fit(when: dict[str, str], question: Question) -> int:
    """How many of a topic's conditions the question meets; -1 when it misses one."""
    if any(value not in question.all(entity) for entity, value in when.items()):
        return -1
    return len(when)
