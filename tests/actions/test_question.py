"""A tracker becomes a question, also one that leans on what was said before."""

from __future__ import annotations

import pytest
from rasa_sdk import Tracker

from actions.leaning import ELLIPSIS, LONGER_ELLIPSIS
from actions.memory import remembered
from actions.message import READINGS
from actions.turn import again, followed, understood
from crampwise.answers.types import Profile, Question
from crampwise.people.known import Known
from crampwise.safety import FLAG

BEFORE = {"last_question": {"intent": "foods", "entities": {"nutrient": ["magnesium"]}}}


def test_a_message_becomes_a_question(said):
    question = understood(
        said("which foods have magnesium and iron", "foods", 0.8, nutrient=("magnesium", "iron"))
    ).question
    assert (question.intent, question.confidence) == ("foods", 0.8)
    assert question.all("nutrient") == ("magnesium", "iron")
    assert question.first("nutrient") == "magnesium"
    assert question.red_flag is None


@pytest.mark.parametrize(
    "message", [{}, {"text": None, "intent": None, "entities": None, "intent_ranking": None}]
)
def test_an_empty_message_is_outside(message):
    tracker = Tracker("someone", {}, message, [], False, None, {}, "action_listen")
    assert understood(tracker).question == Question("out_of_scope", confidence=0.0)


def test_a_red_flag_comes_through(said):
    assert understood(said("my calf is hot", "relief", **{FLAG: "dvt"})).question.red_flag == "dvt"


def test_only_likely_answerable_readings_are_kept_in_order(said):
    ranking = {"foods": 0.4, "greet": 0.3, "dose": 0.2, "no_such_intent": 0.1, "testing": 0.04}
    question = understood(said("hm", "foods", 0.4, ranking)).question
    assert [reading.intent for reading in question.readings] == ["foods", "dose"]
    many = dict.fromkeys(["foods", "dose", "testing", "causes", "timing", "relief"], 0.16)
    assert len(understood(said("hm", "foods", 0.16, many)).question.readings) == READINGS


def test_a_short_message_that_names_nothing_speaks_of_what_was_named(said):
    question = understood(said("how much is too much", "too_much", slots=BEFORE)).question
    assert question.entities == {"nutrient": ("magnesium",)}


@pytest.mark.parametrize(
    ("text", "intent", "entities"),
    [
        ("how much iron is too much", "too_much", {"nutrient": "iron"}),
        ("word " * (ELLIPSIS + 1), "foods", {}),
        ("word " * (LONGER_ELLIPSIS + 1), "too_much", {}),
        ("word " * (ELLIPSIS + 1), "too_much", {"symptom": "cramp"}),
        ("thanks a lot", "thank", {}),
        ("hello", "greet", {}),
        ("and more", "follow_up", {}),
        ("what rubbish", "out_of_scope", {}),
    ],
)
def test_nothing_is_carried_over_otherwise(said, text, intent, entities):
    question = understood(said(text, intent, slots=BEFORE, **entities)).question
    assert "magnesium" not in question.all("nutrient")


def test_times_are_not_carried_over(said):
    kept = {"intent": "timing", "entities": {"timing": ["night"], "nutrient": ["iron"]}}
    question = understood(said("which foods", "foods", slots={"last_question": kept})).question
    assert question.entities == {"nutrient": ("iron",)}


def test_and_potassium_asks_the_same_of_potassium(said):
    turn = followed(said("and potassium?", "follow_up", 0.9, {}, BEFORE, nutrient="potassium"))
    assert turn is not None
    question = turn.question
    assert (question.intent, question.confidence) == ("foods", 1.0)
    assert question.entities == {"nutrient": ("potassium",)}


def test_which_foods_asks_the_new_thing_of_the_old_name(said):
    slots = {"last_question": {"intent": "dose", "entities": {"nutrient": ["iron"]}}}
    ranking = {"follow_up": 0.6, "foods": 0.15}
    turn = followed(said("which foods?", "follow_up", 0.6, ranking, slots))
    assert turn is not None
    question = turn.question
    assert question.intent == "foods"
    assert question.entities == {"nutrient": ("iron",)}


def test_a_follow_up_that_clearly_asks_something_new_asks_that(said):
    ranking = {"follow_up": 0.5, "dose": 0.3}
    turn = followed(
        said("how much potassium then", "follow_up", 0.5, ranking, BEFORE, nutrient="potassium")
    )
    assert turn is not None
    question = turn.question
    assert question.intent == "dose"


def test_a_follow_up_that_says_nothing_new_asks_the_same_again(said):
    turn = followed(said("and?", "follow_up", 0.9, {}, BEFORE))
    assert turn is not None
    question = turn.question
    assert (question.intent, question.entities) == ("foods", {"nutrient": ("magnesium",)})


def test_a_follow_up_to_nothing_is_none(said):
    assert followed(said("and then?", "follow_up")) is None
    assert again(said("shorter please", "repeat_shorter")) is None


def test_a_follow_up_that_tells_of_danger_keeps_the_flag(said):
    turn = followed(said("and my calf is hot", "follow_up", slots=BEFORE, **{FLAG: "dvt"}))
    assert turn is not None
    question = turn.question
    assert question.red_flag == "dvt"


def test_what_is_remembered_is_read_back(said):
    question = Question(
        "foods",
        entities={"nutrient": ("iron",), "timing": ("night",), "age": (70,), "food": ("banana",)},
        profile=Profile(age=70, medicines=("statin",)),
    )
    known = Known({"self": question.profile}, ("self",))
    slots = {"last_question": remembered(question), "people": known.stored()}
    assert "age" not in slots["last_question"]["entities"]
    turn = again(said("more", "tell_me_more", slots=slots))
    assert turn is not None
    assert turn.question.intent == "foods"
    assert turn.question.entities == {
        "nutrient": ("iron",), "timing": ("night",), "food": ("banana",),
    }  # fmt: skip
    assert turn.question.profile == question.profile


def test_one_nutrient_alone_is_not_compared(said):
    slots = {"last_question": {"intent": "see_doctor", "entities": {"symptom": ["swelling"]}}}
    likely = {"follow_up": 0.4, "compare_nutrients": 0.3}
    tracker = said("calcium?", "follow_up", ranking=likely, slots=slots, nutrient="calcium")
    turn = followed(tracker)
    assert turn is not None
    assert turn.question.intent == "supplements"
