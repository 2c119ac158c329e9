"""A danger sign beats everything; what is unclear or outside is never answered with something."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from crampwise.answers.core import SURE, Answers
from crampwise.answers.fallback import STARTING_POINTS
from crampwise.answers.safety import UNSPECIFIED, reminder
from crampwise.answers.types import Profile, Question, Reading
from crampwise.knowledge.schema import Facet


@pytest.fixture(scope="module")
def core(knowledge) -> Answers:
    return Answers(knowledge)


def test_every_red_flag_stands_alone_and_says_whom_to_call(core, knowledge):
    for flag in knowledge.red_flags.values():
        answer = core.answer(Question("relief", red_flag=flag.id))
        assert (answer.topic, answer.status) == (f"red_flag.{flag.id}", "safety")
        assert answer.short == flag.answer.text
        assert answer.urgency == flag.level
        assert answer.sources
        assert (answer.cautions, answer.table) == ((), None)
        assert bool(answer.follow_ups) == (flag.id == "pregnancy_unclear")
        assert answer.calls or flag.level != "emergency"


@pytest.mark.parametrize(
    "question",
    [
        Question("supplements", entities={"nutrient": ("magnesium",)}, red_flag="dvt"),
        Question("out_of_scope", red_flag="dvt"),
        Question("greet", confidence=0.0, red_flag="dvt"),
        Question("foods", confidence=0.1, readings=(Reading("foods", 0.1),), red_flag="dvt"),
        Question("dose", profile=Profile(age=8, conditions=("kidney_disease",)), red_flag="dvt"),
    ],
)
def test_a_red_flag_beats_everything_else(core, question):
    assert core.answer(question).topic == "red_flag.dvt"


def test_danger_that_no_rule_named_is_still_answered(core):
    for question in (Question("red_flag"), Question("red_flag", red_flag="no_such_flag")):
        answer = core.answer(question)
        assert answer.topic == f"red_flag.{UNSPECIFIED}"
        assert answer.status == "safety"


def test_outside_is_said_and_near_questions_are_offered(core, knowledge):
    readings = (Reading("foods", 0.2), Reading("dose", 0.1))
    answer = core.answer(Question("out_of_scope", readings=readings))
    assert (answer.status, answer.short) == ("unknown", knowledge.wording["unknown"])
    assert [choice.intent for choice in answer.follow_ups] == ["foods", "dose"]


def test_outside_with_nothing_near_offers_starting_points(core, knowledge):
    answer = core.answer(Question("out_of_scope"))
    assert [choice.title for choice in answer.follow_ups] == [
        knowledge.topics[topic].question for topic in STARTING_POINTS
    ]


def test_an_intent_that_nothing_answers_is_told_as_unknown(core):
    assert core.answer(Question("weather_forecast")).status == "unknown"


def test_an_unsure_reading_is_offered_not_answered(core):
    readings = (Reading("foods", SURE - 0.01), Reading("dose", 0.2), Reading("testing", 0.1))
    answer = core.answer(Question("foods", confidence=SURE - 0.01, readings=readings))
    assert answer.status == "unsure"
    assert [choice.intent for choice in answer.follow_ups] == ["foods", "dose", "testing"]
    assert core.answer(Question("foods", confidence=SURE)).status == "answered"


def test_an_unsure_question_on_a_nutrient_offers_questions_on_that_nutrient(core):
    answer = core.answer(
        Question(
            "foods",
            confidence=0.2,
            entities={"nutrient": ("magnesium",)},
            readings=(Reading("foods", 0.2), Reading("dose", 0.15)),
        )
    )
    assert [choice.entities for choice in answer.follow_ups] == [{"nutrient": "magnesium"}] * 2


def test_an_unsure_question_without_readings_is_told_as_unknown(core):
    assert core.answer(Question("foods", confidence=0.0)).status == "unknown"


def test_the_same_reading_is_offered_once(core):
    readings = tuple(Reading("foods", 0.2) for _ in range(3))
    answer = core.answer(Question("foods", confidence=0.2, readings=readings))
    assert len(answer.follow_ups) == 1


def test_offered_questions_are_those_that_fit_what_was_said(core, knowledge):
    answer = core.answer(
        Question(
            "timing",
            confidence=0.2,
            entities={"timing": ("night",)},
            readings=(Reading("timing", 0.2),),
        )
    )
    assert answer.follow_ups[0].title == knowledge.topics["timing_night"].question


@pytest.mark.parametrize("intent", ["dose", "foods", "supplements", "nutrient_role"])
def test_a_nutrient_that_nothing_is_known_of_is_named(ask, intent):
    answer = ask(intent, other_nutrient="vitamin_a")
    assert answer.status == "unknown"
    assert answer.short.startswith("I have no checked facts on vitamin A")
    assert answer.follow_ups


def test_what_is_known_is_answered_beside_what_is_not(ask):
    answer = ask("dose", other_nutrient="zinc", nutrient="magnesium")
    assert answer.topic == "magnesium.need"


def test_a_reminder_of_an_emergency_says_where_to_go_as_the_answer_did(knowledge):
    flags = [flag for flag in knowledge.red_flags.values() if flag.level == "emergency"]
    general = [flag for flag in flags if f"reminder_{flag.id}" not in knowledge.wording]
    assert general
    for flag in general:
        said = reminder(knowledge, flag.id).short
        repeated = [text for text in re.split("(?<=[.?]) ", flag.answer.text) if text in said]
        assert len(repeated) == 1, said
        assert re.search("emergency (number|department)|maternity unit|poison line", repeated[0])


def test_of_a_supplement_to_be_taken_what_is_known_is_said_above_the_readings(core):
    readings = (Reading("supplements", 0.3), Reading("too_much", 0.2))
    question = Question(
        "supplements",
        confidence=0.3,
        entities={"nutrient": ("magnesium",)},
        readings=readings,
        taking=True,
    )
    unsure, told = core.answer(replace(question, taking=False)), core.answer(question)
    assert told.status == "unsure"
    assert told.short == core.knowledge.nutrients["magnesium"].facets[Facet.SUPPLEMENTS].short.text
    assert told.details == (core.knowledge.wording["unsure_led"],)
    assert told.cautions
    assert told.follow_ups == unsure.follow_ups
