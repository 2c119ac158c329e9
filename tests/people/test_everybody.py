"""What is asked of everybody minds what was told of each."""

from __future__ import annotations

import pytest

from crampwise.answers.types import Profile
from crampwise.people.everybody import of_all, together
from crampwise.people.known import Known


@pytest.mark.parametrize(
    "text",
    [
        "which of us can drink turmeric tea",
        "potassium powder for the entire household",
        "safe for everyone at home?",
        "could we both use it",
        "may any of us take iron",
        "good for us all?",
    ],
)
def test_everybody_is_asked_for(text):
    assert of_all(text)


@pytest.mark.parametrize(
    "text",
    ["everyone raves about it", "all of it at once?", "can I take both", "is it for all of them"],
)
def test_one_is_asked_for(text):
    assert not of_all(text)


def test_all_that_was_told_counts_once():
    known = Known(
        {
            "self": Profile(medicines=("warfarin",), age=70),
            "father": Profile(medicines=("warfarin", "digoxin")),
            "daughter": Profile(conditions=("pregnancy",)),
            "pet": Profile(conditions=("kidney_disease",)),
        }
    )
    everybody = together(known, known.profile("self"))
    assert everybody.medicines == ("warfarin", "digoxin")
    assert everybody.conditions == ("pregnancy",)
    assert everybody.life_stage == "older"


def test_a_child_among_them_is_minded_before_whoever_is_old():
    known = Known({"self": Profile(age=70), "son": Profile(age=6)})
    assert together(known, Profile()).life_stage == "child"
