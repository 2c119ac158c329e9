""" "The second one" picks a button by its place."""

from __future__ import annotations

import pytest

from actions.choosing import chosen, picked_button
from actions.turn import understood

SHOWN = [
    {
        "event": "bot",
        "data": {
            "buttons": [
                {"title": "Foods", "payload": '/foods{"nutrient": "iron"}'},
                {"title": "Causes", "payload": "/causes"},
                {"title": "Doctor", "payload": "/see_doctor"},
            ]
        },
    }
]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("the second one", "causes"),
        ("the 1st one please", "foods"),
        ("2", "causes"),
        ("option 3", "see_doctor"),
        ("the last one", "see_doctor"),
        ("tell me about the second one", "causes"),
    ],
)
def test_a_place_picks_the_button(said, text, intent):
    question = chosen(text, said(text, events=SHOWN))
    assert question is not None
    assert question.intent == intent


@pytest.mark.parametrize(
    "text",
    ["the fourth one", "does the first cramp of the night hurt most", "the one with calcium"],
)
def test_other_words_pick_nothing(said, text):
    assert chosen(text, said(text, events=SHOWN)) is None


def test_nothing_is_picked_where_nothing_was_offered(said):
    assert picked_button("the second one", said("the second one")) is None


def test_what_is_picked_is_asked(said):
    turn = understood(said("the first one", "follow_up", events=SHOWN))
    assert (turn.question.intent, turn.question.first("nutrient")) == ("foods", "iron")


def test_a_danger_sign_is_never_taken_for_a_choice(said):
    turn = understood(said("the first one", "red_flag", events=SHOWN, red_flag="dvt"))
    assert turn.question.red_flag == "dvt"
