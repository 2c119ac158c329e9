"""What must be heard comes in every action, and minds the medicine asked about just before."""

from __future__ import annotations

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.action_note_profile import ActionNoteProfile
from actions.action_small_talk import ActionSmallTalk
from actions.memory import Before, asked_of
from crampwise.answers.types import Profile, Question
from crampwise.people.known import Known

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
