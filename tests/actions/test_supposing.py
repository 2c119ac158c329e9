"""What was told without saying of whom holds of the stranger who is asked for."""

from __future__ import annotations

import pytest

from actions.turn import understood
from crampwise.answers.types import Profile
from crampwise.people.known import Known


@pytest.mark.parametrize(
    ("told", "age"),
    [
        (Profile(age=12, sex="male"), 12),
        (Profile(age=16, life_stage="teenager"), 16),
        (Profile(age=12, sex="female"), None),
        (Profile(age=70, sex="male"), None),
    ],
)
def test_a_child_of_whom_a_note_told_is_the_one_asked_for(said, told, age):
    slots = {"people": Known({"self": told}).stored()}
    tracker = said("could he try magnesium drops", "supplements", slots=slots)
    tracker.latest_message["entities"] = [
        {"entity": "nutrient", "value": "magnesium", "start": 13, "end": 22}
    ]
    question = understood(tracker).question
    assert question.person == "man"
    assert question.profile.age == age
