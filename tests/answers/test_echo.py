"""An answer says for whom it is only where that has shaped it."""

from __future__ import annotations

import pytest

from crampwise.answers.core import Answers
from crampwise.answers.echo import shaping
from crampwise.answers.types import Profile, Question
from crampwise.people.describing import addressed, described


@pytest.fixture
def shaped(knowledge):
    core = Answers(knowledge)

    def by(intent, told, **entities):
        found = {name: (value,) for name, value in entities.items()}
        question = Question(intent, entities=found, profile=told)
        return shaping(core.answer, question, told)

    return by


def test_only_what_changed_the_answer_counts(shaped):
    told = Profile(medicines=("diuretic", "metformin"), age=70, sex="female")
    found = shaped("supplements", told, nutrient="potassium")
    assert "diuretic" in found.medicines
    assert "metformin" not in found.medicines


def test_nothing_counts_where_nothing_changed(shaped):
    assert shaped("remedy", Profile(age=40, sex="male"), remedy="soap") == Profile()


def test_two_medicines_with_one_warning_both_count(shaped):
    told = Profile(medicines=("ace_inhibitor", "arb"))
    assert shaped("supplements", told, nutrient="potassium") == told


@pytest.mark.parametrize(
    ("profile", "person", "text"),
    [
        (Profile(), "self", ""),
        (Profile(age=70, sex="female", medicines=("diuretic",)), "self",
         "For you, a woman of 70, taking water tablets"),
        (Profile(age=82, sex="female", medicines=("warfarin",)), "mother",
         "For your mother, 82, taking warfarin"),
        (Profile(age=74), "self", "For you, aged 74"),
        (Profile(sex="female", conditions=("pregnancy",)), "wife", "For your wife, pregnant"),
        (Profile(conditions=("kidney_disease", "diabetes")), "self",
         "For you, with kidney disease and diabetes"),
        (Profile(age=8, sex="male"), "son", "For your son, 8"),
    ],
)  # fmt: skip
def test_people_are_addressed_by_what_is_known(knowledge, profile, person, text):
    assert addressed(knowledge, profile, person) == text


def test_a_diet_and_a_state_are_said_once(knowledge):
    told = Profile(conditions=("vegan_diet",), diet="vegan")
    assert described(knowledge, told) == "eating no animal products"
