"""Every question that the knowledge base can answer is walked, and every button is followed."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest

from crampwise.answers.core import Answers
from crampwise.answers.fallback import OTHER
from crampwise.answers.passages import choice, from_passage
from crampwise.answers.types import Answer, Choice, Question
from crampwise.channels.rendering import web, whole
from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.sentences import sentences

MAX_DETAILS = 5
MAX_BUTTONS = 3
MAX_CAUTIONS = 4
MAX_SOURCES = 4
LONGEST = 450  # characters


def intents(knowledge: Knowledge) -> list[str]:
    return sorted({topic.intent for topic in knowledge.topics.values()})


def walk(knowledge: Knowledge) -> Iterator[Question]:
    """Each intent alone, with each `when`, and with each thing that has a name."""
    for intent in intents(knowledge):
        yield Question(intent)
        for entity, thing in knowledge.named():
            yield Question(intent, entities={entity: (thing.id,)})
        for entity, values in knowledge.terms.items():
            if entity == OTHER:
                continue  # what nothing is known of has no answer
            for value in values:
                yield Question(intent, entities={entity: (value,)})
    for topic in knowledge.topics.values():
        yield Question(topic.intent, entities={e: (value,) for e, value in topic.when.items()})


def pairs(knowledge: Knowledge) -> Iterator[Question]:
    """Each nutrient with each medicine, condition, food and other nutrient."""
    for nutrient in knowledge.nutrients:
        for other in knowledge.nutrients:
            yield Question("compare_nutrients", entities={"nutrient": (nutrient, other)})
        for medicine in knowledge.medicines:
            yield Question(
                "interactions", entities={"nutrient": (nutrient,), "medicine": (medicine,)}
            )
        for condition in knowledge.conditions:
            for intent in ("condition", "supplements", "interactions"):
                yield Question(
                    intent, entities={"nutrient": (nutrient,), "condition": (condition,)}
                )
        for food in knowledge.foods:
            yield Question("food_content", entities={"nutrient": (nutrient,), "food": (food,)})
    foods = list(knowledge.foods)
    for one, other in itertools.pairwise(foods):
        yield Question("food_content", entities={"food": (one, other)})


def texts(answer: Answer) -> list[str]:
    found = [answer.short, *answer.details, *answer.cautions]
    found += [choice.title for choice in answer.follow_ups]
    found += [source.title for source in answer.sources]
    if answer.evidence:
        found += [answer.evidence.label, answer.evidence.text]
    if answer.table:
        found += [answer.table.caption, *answer.table.columns]
        found += [cell for row in answer.table.rows for cell in row]
    return found


def faults(answer: Answer) -> list[str]:
    """What is wrong with an answer; nothing when it may be shown."""
    wrong = []
    if answer.status != "answered":
        wrong.append(f"is {answer.status}")
    if not answer.sources:
        wrong.append("has no source")
    if len(answer.details) > MAX_DETAILS:
        wrong.append("has too many details")
    if len(answer.follow_ups) > MAX_BUTTONS:
        wrong.append("has too many buttons")
    if len(answer.cautions) > MAX_CAUTIONS or len(answer.sources) > MAX_SOURCES:
        wrong.append("has too many cautions or sources")
    if len(set(answer.follow_ups and [c.title for c in answer.follow_ups])) != len(
        answer.follow_ups
    ):
        wrong.append("has the same button twice")
    for text in texts(answer):
        if not text.strip() or any(character in text for character in "{}<>\n"):
            wrong.append(f"shows {text!r}")
        if "None" in text or "nan" in text.split() or " ." in text or ".." in text:
            wrong.append(f"reads badly: {text!r}")
    return wrong


def meant(choice: Choice) -> Question:
    return Question(choice.intent, entities={e: (value,) for e, value in choice.entities.items()})


@pytest.fixture(scope="module")
def answered(knowledge) -> list[tuple[Question, Answer]]:
    core = Answers(knowledge)
    return [(q, core.answer(q)) for q in (*walk(knowledge), *pairs(knowledge))]


def test_every_question_has_an_answer_fit_to_be_shown(answered):
    assert len(answered) > 10_000
    wrong = [f"{q.intent} {q.entities}: {fault}" for q, a in answered for fault in faults(a)]
    assert wrong == []


def test_short_texts_are_short(answered):
    long = {a.topic for q, a in answered if len(sentences(a.short)) > 2}
    assert long == set()


def test_texts_are_of_a_length_that_is_read(answered):
    """A detail that lists foods is the longest there is."""
    long = {
        (a.topic, len(text))
        for _, a in answered
        for text in (a.short, *a.details, *a.cautions)
        if len(text) > LONGEST
    }
    assert long == set()


def test_an_answer_speaks_of_what_was_asked(answered, knowledge):
    """Alone with a nutrient, a food or a remedy, the intents about it answer of it."""
    about = {
        "nutrient_role": "nutrient",
        "too_much": "nutrient",
        "dose": "nutrient",
        "food_content": "food",
        "remedy": "remedy",
        "medicine_cause": "medicine",
        "condition": "condition",
    }
    strayed = {
        (question.intent, value, answer.topic)
        for question, answer in answered
        for kind, values in question.entities.items()
        if about.get(question.intent) == kind and len(question.entities) == 1 and len(values) == 1
        for value in values
        if value not in answer.topic.split(".")
    }
    assert strayed == set()


def test_every_button_leads_to_an_answer_of_its_own(answered, knowledge):
    core = Answers(knowledge)
    seen, wrong = set(), []
    for _, answer in answered:
        for button in answer.follow_ups:
            key = (button.intent, tuple(sorted(button.entities.items())))
            if key in seen:
                continue
            seen.add(key)
            wrong += [f"{button}: {fault}" for fault in faults(core.answer(meant(button)))]
    assert wrong == []
    assert len(seen) > 100


def test_no_button_asks_what_was_just_answered(answered, knowledge):
    core = Answers(knowledge)
    same = {
        (answer.topic, choice.title)
        for question, answer in answered
        for choice in answer.follow_ups
        if core.answer(meant(choice)).topic == answer.topic
        and meant(choice).entities == question.entities
    }
    assert same == set()


def test_every_follow_up_of_the_knowledge_base_reaches_its_target(knowledge):
    core = Answers(knowledge)
    targets = {target for *_, passage in knowledge.passages() for target in passage.follow_ups}
    missed = {
        (target, core.answer(meant(choice(knowledge, target))).topic)
        for target in targets
        if core.answer(meant(choice(knowledge, target))).topic != target
    }
    assert missed == set()


def test_every_topic_is_reached_by_its_own_conditions(knowledge):
    core = Answers(knowledge)
    for topic in knowledge.topics.values():
        entities = {entity: (value,) for entity, value in topic.when.items()}
        assert core.answer(Question(topic.intent, entities=entities)).topic == topic.id


def test_every_passage_is_reached(answered, knowledge):
    reached = {answer.topic for _, answer in answered}
    wanted = set(knowledge.topics)
    wanted |= {f"medicine.{name}" for name in knowledge.medicines}
    wanted |= {f"condition.{name}" for name in knowledge.conditions}
    wanted |= {f"remedy.{name}" for name in knowledge.remedies}
    for medicine in knowledge.medicines.values():
        wanted |= {f"medicine.{medicine.id}.{nutrient}" for nutrient in medicine.with_nutrient}
    for condition in knowledge.conditions.values():
        wanted |= {f"condition.{condition.id}.{nutrient}" for nutrient in condition.with_nutrient}
    assert wanted - reached == set()


def test_every_source_of_a_passage_is_shown_while_there_is_room(knowledge):
    for file, key, passage in knowledge.passages():
        ids = [*passage.short.sources, *(s for detail in passage.details for s in detail.sources)]
        ids += passage.evidence.sources if passage.evidence else ()
        ids += [s for caution in passage.cautions for s in knowledge.cautions[caution].sources]
        shown = [source.url for source in from_passage(knowledge, key, passage).sources]
        wanted = [knowledge.sources[source].url for source in dict.fromkeys(ids)]
        assert shown == wanted[:MAX_SOURCES], f"{file} {key}"


def test_answers_are_rendered_without_blank_lines(answered, knowledge):
    for _, answer in answered:
        lines = whole(answer, knowledge).split("\n")
        assert all(line.strip() for line in lines), answer.topic
        assert web(answer, knowledge)["text"] == "\n".join(lines[: -len(answer.sources) - 1])
