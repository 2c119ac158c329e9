"""A message that is nothing but a name is answered, also where it was taken for outside."""

from __future__ import annotations

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.action_answer import ActionAnswer
from actions.turn import understood
from crampwise.knowledge.shared import knowledge


@pytest.mark.parametrize(
    ("text", "named", "intent"),
    [
        ("Meloxicam", {"medicine": "nsaid"}, "medicine_cause"),
        ("Lofgren", {"condition": "sarcoidosis"}, "condition"),
        ("Spasms!", {"symptom": "cramp"}, "relief"),
        ("prickling", {"symptom": "tingling"}, "deficiency_signs"),
    ],
)
def test_what_is_asked_of_a_bare_name(said, text, named, intent):
    tracker = said(text, "out_of_scope", **named)
    tracker.latest_message["entities"][0].update(start=0, end=len(text.rstrip("!")))
    assert understood(tracker).question.intent == intent


@pytest.mark.parametrize(("confidence", "intent"), [(0.3, "medicine_cause"), (0.8, "dose")])
def test_a_bare_name_that_was_hardly_understood_is_asked_about(said, confidence, intent):
    tracker = said("eplerenone 50", "dose", confidence, medicine="potassium_sparing_diuretic")
    tracker.latest_message["entities"][0].update(start=0, end=10)
    assert understood(tracker).question.intent == intent


def test_a_name_that_puts_something_right_does_that(said):
    tracker = said("eplerenone", "correct", 0.3, medicine="potassium_sparing_diuretic")
    tracker.latest_message["entities"][0].update(start=0, end=10)
    assert understood(tracker).question.intent == "correct"


@pytest.mark.parametrize("text", ["meloxicam jokes", "my nsaid poem"])
def test_more_than_a_name_stays_outside(said, text):
    tracker = said(text, "out_of_scope", medicine="nsaid")
    tracker.latest_message["entities"][0].update(start=0, end=3)
    assert understood(tracker).question.intent == "out_of_scope"


def test_what_is_stirred_into_water_is_one_remedy(said):
    dispatcher = CollectingDispatcher()
    named = ("cream_of_tartar", "water")
    tracker = said("does cream of tartar in a glass of water help", "remedy", remedy=named)
    ActionAnswer().run(dispatcher, tracker, {})
    about = knowledge().remedies["cream_of_tartar"].about
    assert about.short.text in dispatcher.messages[0]["text"]
    assert not any("Drink to thirst" in (m.get("text") or "") for m in dispatcher.messages)
