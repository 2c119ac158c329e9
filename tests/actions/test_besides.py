"""What is asked in a message that tells of somebody, too."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.action_note_profile import ActionNoteProfile
from actions.besides import asking, more_of
from actions.memory import Before
from actions.turn import asked_besides, told_and_asked, understood
from actions.unasked import expecting_another, less_asides
from crampwise.answers.types import Question, Reading
from crampwise.entities import Found
from crampwise.people import Told

BEFORE = {"last_question": {"intent": "supplements", "entities": {"nutrient": ["magnesium"]}}}


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("I'm vegan. Which foods have it?", "Which foods have it"),
        ("which foods have it, I don't eat dairy", "which foods have it"),
        ("I take ramipril and I'm 70", None),
        ("my wife, who is 60, takes a statin", None),
    ],
)
def test_the_clause_that_asks_is_found(text, clause):
    assert asking(text) == clause


def test_it_is_what_was_spoken_of_whatever_is_told_along(said):
    text = "which foods have it, since you ask I am vegan"
    question = understood(said(text, "foods", slots=BEFORE)).question
    assert question.all("nutrient") == ("magnesium",)


def test_a_thing_named_is_not_replaced_by_it(said):
    text = "which foods have it, I want iron and I am vegan"
    question = understood(said(text, "foods", slots=BEFORE, nutrient="iron")).question
    assert question.all("nutrient") == ("iron",)


def test_what_is_told_is_noted_and_what_is_asked_is_answered(said):
    dispatcher = CollectingDispatcher()
    tracker = said("Which foods have it? I'm 70", "tell_profile", slots=BEFORE, age=70)
    events = ActionNoteProfile().run(dispatcher, tracker, {})
    topics = [message["answer"]["topic"] for message in dispatcher.messages]
    assert topics == ["profile", "magnesium.foods"]
    assert "aged 70" in dispatcher.messages[0]["text"]
    assert {event["name"] for event in events} == {"people", "last_question"}


def test_a_message_that_only_tells_asks_nothing(said):
    assert asked_besides(said("I'm 70 and vegan", "tell_profile", slots=BEFORE, age=70)) is None


def test_a_button_says_all_it_means(said):
    assert understood(said("/food_content", "food_content", slots=BEFORE)).question.entities == {}


def test_a_thing_named_is_asked_about_itself(said):
    tracker = said(
        "I'm 70. How much iron is too much?", "tell_profile", slots=BEFORE, nutrient="iron", age=70
    )
    question = asked_besides(tracker).question
    assert (question.intent, question.all("nutrient")) == ("too_much", ("iron",))
    assert told_and_asked(tracker) is None


def test_what_about_another_asks_the_same_again(said):
    text = "what about my wife? she's 60"
    assert asking(text) is None
    assert told_and_asked(said(text, "tell_profile", slots=BEFORE)) is not None


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("can I give my baby magnesium", "age_group"),
        ("is magnesium safe for my baby", "pregnancy"),
    ],
)
def test_what_is_given_to_a_baby_is_given_to_a_child(said, text, intent):
    question = understood(said(text, "pregnancy", nutrient="magnesium")).question
    assert question.intent == intent


@pytest.mark.parametrize("intent", ["age_group", "causes", "follow_up", "dose"])
def test_more_of_what_was_named_before_is_asked_whatever_was_read(intent):
    question = Question(intent, 0.2, lately={"nutrient": ("iron", "vitamin_b6")})
    whole = more_of(question, "it is my years I suppose. fine to double it?", None)
    assert whole is not None
    assert (whole.intent, whole.all("nutrient")) == ("too_much", ("vitamin_b6",))


@pytest.mark.parametrize(
    "question",
    [
        Question("age_group"),
        Question("dose", entities={"nutrient": ("iron",)}),
        Question("dose", entities={"medicine": ("statin",)}, lately={"nutrient": ("iron",)}),
        Question("red_flag", red_flag="overdose", lately={"nutrient": ("iron",)}),
    ],
)
def test_more_is_not_asked_of_nothing_or_of_another_thing(question):
    assert more_of(question, "fine to double it?", None) is None


def test_more_is_asked_of_what_was_asked_about_before_when_nothing_was_told():
    before = Before("at_risk", {"nutrient": ("magnesium",)})
    whole = more_of(Question("dose"), "and a large dose on top, 700, would that be a plus?", before)
    assert whole is not None
    assert (whole.intent, whole.all("nutrient")) == ("too_much", ("magnesium",))


@pytest.mark.parametrize(
    ("text", "person", "intent"),
    [
        ("my niece is expecting but I get calf cramps", "self", "timing"),
        ("my niece is expecting, her calves cramp", "niece", "pregnancy"),
        ("my niece is expecting, I want magnesium for her", "self", "pregnancy"),
    ],
)
def test_the_pregnancy_of_another_is_not_of_the_one_who_asks(text, person, intent):
    readings = (Reading("pregnancy", 0.8), Reading("timing", 0.1))
    question = Question("pregnancy", 0.8, {"condition": ("pregnancy",)}, readings)
    told = Told(person, {"niece": {"condition": ("pregnancy",)}})
    assert expecting_another(question, text, told).intent == intent


def test_several_swallowed_in_one_are_asked_about_together_whatever_it_was_taken_for(said):
    text = "zinc, iron and calcium, one big mouthful at night?"
    tracker = said(text, "compare_nutrients", nutrient=("zinc", "iron", "calcium"))
    question = understood(tracker).question
    assert (question.intent, question.all("nutrient")) == (
        "interactions",
        ("zinc", "iron", "calcium"),
    )


def test_whoever_buys_is_not_asked_about():
    text, start = "kids bought me iron", 0
    question = Question("supplements", entities={"nutrient": ("iron",), "life_stage": ("child",)})
    kids = Found("life_stage", "child", start, start + len("kids"))
    assert less_asides(question, text, [kids]).entities == {"nutrient": ("iron",)}
    assert less_asides(question, "for kids?", [replace(kids, start=4, end=8)]) == question


def test_five_a_day_is_of_the_food_before(said):
    before = {"text": "she eats bananas", "entities": [{"entity": "food", "value": "banana"}]}
    events = [{"event": "user", "parse_data": parsed} for parsed in (before, {})]
    tracker = said("is 5 a day too many", "too_much", events=events)
    question = understood(tracker).question
    assert (question.intent, question.all("food")) == ("food_content", ("banana",))


def test_two_that_are_only_compared_are_not(said):
    tracker = said(
        "calcium or iron, which should I buy", "compare_nutrients", nutrient=("calcium", "iron")
    )
    assert understood(tracker).question.intent == "compare_nutrients"


@pytest.mark.parametrize(
    "text", ["my wife used magnesium when she was expecting", "She was heavily pregnant then"]
)
def test_a_pregnancy_that_is_over_is_not_asked_about(text):
    question = Question("pregnancy", entities={"nutrient": ("magnesium",)})
    assert expecting_another(question, text, Told("self")).intent == "supplements"
    mine = Told("self", {"self": {"condition": ("pregnancy",)}})
    assert expecting_another(question, text, mine) == question
