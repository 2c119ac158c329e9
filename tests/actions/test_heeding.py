"""What must be heard comes in every action, and minds the medicine asked about just before."""

from __future__ import annotations

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.action_answer import ActionAnswer
from actions.action_danger_reminder import ActionDangerReminder
from actions.action_note_profile import ActionNoteProfile
from actions.action_small_talk import ActionSmallTalk
from actions.memory import Before, asked_of, remembered
from actions.turn import understood
from crampwise.answers.types import Profile, Question
from crampwise.people.known import Known
from crampwise.safety.danger import Danger

ON_RAMIPRIL = {"people": Known({"self": Profile(medicines=("ace_inhibitor",))}).stored()}


@pytest.mark.parametrize(
    ("action", "intent"), [(ActionNoteProfile(), "tell_profile"), (ActionSmallTalk(), "smalltalk")]
)
def test_a_supplement_named_in_passing_is_warned_of(said, action, intent):
    tracker = said("loads of potassium then", intent, nutrient="potassium", slots=ON_RAMIPRIL)
    dispatcher = CollectingDispatcher()
    action.run(dispatcher, tracker, {})
    assert dispatcher.messages[0]["text"].startswith("For you, taking ")
    assert "ask your doctor" in dispatcher.messages[0]["text"]


def test_small_talk_stays_small_talk(said):
    dispatcher = CollectingDispatcher()
    ActionSmallTalk().run(dispatcher, said("hi", "greet", slots=ON_RAMIPRIL), {})
    assert dispatcher.messages[0]["response"] == "utter_greet"


@pytest.mark.parametrize(
    ("named", "minded"),
    [
        ({"nutrient": ("magnesium",)}, {"medicine": ("ppi",)}),
        ({"nutrient": ("magnesium",), "medicine": ("statin",)}, {}),
        ({"symptom": ("cramp",)}, {}),
    ],
)
def test_the_medicine_asked_about_just_before_is_minded(named, minded):
    before = Before("medicine_cause", {"medicine": ("ppi",)})
    assert asked_of(Question("supplements", entities=named), before) == minded


def test_it_is_still_minded_after_another_question():
    of_medicine = Before("medicine_cause", {"medicine": ("arb",), "symptom": ("cramp",)})
    kept = remembered(Question("foods", entities={"nutrient": ("sodium",)}), of_medicine)
    kept = remembered(Question("food_content", entities={"food": ("kale",)}), as_before(kept))
    question = Question("food_content", entities={"food": ("avocado",)})
    assert asked_of(question, as_before(kept)) == {"medicine": ["arb"]}


def as_before(kept):
    """What the slot kept, as the next turn reads it."""
    return Before(kept["intent"], kept["entities"], earlier=kept["earlier"])


def earlier(text, **entities):
    found = [{"entity": kind, "value": value} for kind, value in entities.items()]
    return {"event": "user", "parse_data": {"text": text, "entities": found}}


def test_both_are_the_supplements_named_just_before(said):
    events = [
        earlier("iron from the nurse", nutrient="iron"),
        earlier("calcium, too", nutrient="calcium"),
    ]
    tracker = said("can I have both at once?", "smalltalk", events=[*events, earlier("newest")])
    question = understood(tracker).question
    assert question.intent == "interactions"
    assert question.all("nutrient") == ("iron", "calcium")


def test_a_medicine_named_without_a_word_is_minded(said):
    events = [earlier("Entresto", medicine="arb"), earlier("newest")]
    tracker = said("a scoop of powder in my water?", "out_of_scope", events=events)
    assert understood(tracker).question.profile.medicines == ("arb",)


@pytest.mark.parametrize("text", ["I no longer take Entresto", "my neighbour has Entresto"])
def test_a_medicine_of_another_or_given_up_is_not(said, text):
    found = {"entity": "medicine", "value": "arb", "start": len(text) - 8, "end": len(text)}
    named = {"event": "user", "parse_data": {"text": text, "entities": [found]}}
    events = [named, earlier("newest")]
    tracker = said("a scoop of powder in my water?", "out_of_scope", events=events)
    assert understood(tracker).question.profile.medicines == ()


def test_a_stranger_is_minded_for_what_was_told_of_nobody(said):
    tracker = said("he wants a powder", "out_of_scope", slots=ON_RAMIPRIL)
    assert understood(tracker).question.profile.medicines == ("ace_inhibitor",)


def test_one_of_somebody_elses_is_still_somebody_elses(said):
    lent = earlier("my neighbour gave me his", medicine="baclofen")
    tracker = said("just one tonight", "smalltalk", events=[lent, earlier("newest")])
    assert understood(tracker).question.borrowed


def test_a_dose_asked_after_the_medicine_is_of_the_supplement_before(said):
    events = [
        earlier("starting b6 for cramps", nutrient="vitamin_b6"),
        earlier("only dilantin at bedtime", medicine="anticonvulsant"),
        earlier("newest"),
    ]
    question = understood(said("so what mg", "dose", events=events)).question
    assert question.all("nutrient") == ("vitamin_b6",)


def test_a_dose_of_something_named_is_of_that(said):
    events = [earlier("starting b6 for cramps", nutrient="vitamin_b6"), earlier("newest")]
    tracker = said("how much for cramps", "dose", events=events, symptom="cramp")
    assert not understood(tracker).question.all("nutrient")


def test_what_is_only_told_is_thanked_for_whatever_it_was_taken_for(said):
    dispatcher = CollectingDispatcher()
    tracker = said("Nan's furosemide is 80 then 40", "out_of_scope", medicine="loop_diuretic")
    ActionAnswer().run(dispatcher, tracker, {})
    assert dispatcher.messages[0]["answer"]["topic"] == "profile"


@pytest.mark.parametrize(("known", "warned"), [(ON_RAMIPRIL, True), ({}, False)])
def test_a_reminder_of_danger_carries_the_caution_on_what_is_asked(said, known, warned):
    danger = {"danger": vars(Danger.told("dvt", "same_day"))}
    tracker = said(
        "should I take some then", "supplements", nutrient="potassium", slots=known | danger
    )
    dispatcher = CollectingDispatcher()
    ActionDangerReminder().run(dispatcher, tracker, {})
    told = dispatcher.messages[0]["answer"]
    assert told["topic"] == "red_flag.dvt"
    assert bool(told["parts"]["cautions"]) is warned
