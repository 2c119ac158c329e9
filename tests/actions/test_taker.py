"""What was asked of nobody is asked again of the one who turns out to take it."""

from __future__ import annotations

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.action_follow_up import ActionFollowUp
from actions.taker import names_taker
from actions.turn import understood
from crampwise.people.known import Known

ASKED = {
    "intent": "interactions",
    "entities": {"nutrient": ["vitamin_e"], "medicine": ["warfarin"]},
}


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("oh, it's my uncle taking it", "uncle"),
        ("grandad is the one who takes it", "grandfather"),
        ("my wife is on it", "wife"),
    ],
)
@pytest.mark.parametrize("intent", ["follow_up", "tell_profile", "compare_nutrients"])
def test_the_question_is_asked_for_the_one_who_takes_it(said, text, person, intent):
    turn = understood(said(text, intent, slots={"last_question": ASKED}))
    assert turn.question.person == person
    assert turn.question.profile.medicines == ("warfarin",)
    assert turn.question.all("nutrient") == ("vitamin_e",)


def test_it_is_answered_and_not_only_noted(said):
    dispatcher = CollectingDispatcher()
    tracker = said("it's my uncle taking it", "follow_up", slots={"last_question": ASKED})
    ActionFollowUp().run(dispatcher, tracker, {})
    noted, answered = dispatcher.messages
    assert "your uncle: taking warfarin" in noted["text"]
    assert "clinic" in str(answered)


@pytest.mark.parametrize(
    "text", ["it's my uncle who told me", "on it goes", "should I take it at night or with food"]
)
def test_other_words_name_no_taker(text):
    assert not names_taker(text)


def test_nothing_asked_before_names_no_question(said):
    turn = understood(said("my wife is on it", "tell_profile"))
    assert turn.known != Known()
    assert not turn.leans
