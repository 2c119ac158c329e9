"""What a person told is gathered over the turns."""

from __future__ import annotations

import json
from dataclasses import asdict

import pytest

from actions.profile import merged, profile_of
from crampwise.answers.types import Profile

KNOWN = Profile(
    medicines=("statin",), conditions=("diabetes",), life_stage="older", age=None, sex="female"
)


@pytest.mark.parametrize("slot", [None, {}, {"medicines": None, "conditions": None}])
def test_an_empty_slot_is_an_empty_profile(slot):
    assert profile_of(slot) == Profile()


@pytest.mark.parametrize("profile", [Profile(), KNOWN, Profile(age=0, life_stage="child")])
def test_a_profile_survives_the_slot(profile):
    assert profile_of(json.loads(json.dumps(asdict(profile)))) == profile


@pytest.mark.parametrize(
    ("entities", "changes"),
    [
        ({}, {}),
        ({"nutrient": ("iron",)}, {}),
        ({"medicine": ("warfarin",)}, {"medicines": ("statin", "warfarin")}),
        ({"medicine": ("statin",)}, {}),
        ({"medicine": ("warfarin", "arb")}, {"medicines": ("statin", "warfarin", "arb")}),
        ({"condition": ("dialysis",)}, {"conditions": ("diabetes", "dialysis")}),
        ({"sex": ("male",)}, {"sex": "male"}),
        ({"sex": ("female", "male")}, {"sex": "male"}),
        ({"life_stage": ("teenager",)}, {"life_stage": "teenager"}),
        ({"age": (40,)}, {"age": 40, "life_stage": None}),
        ({"age": (0,)}, {"age": 0, "life_stage": None}),
        ({"age": ("40",)}, {"age": 40, "life_stage": None}),
        ({"age": (8,), "life_stage": ("child",)}, {"age": 8, "life_stage": "child"}),
    ],
)
def test_a_message_adds_to_the_profile(entities, changes):
    assert asdict(merged(KNOWN, entities)) == {**asdict(KNOWN), **changes}


def test_an_age_once_told_stays():
    assert merged(Profile(age=70), {"sex": ("male",)}) == Profile(age=70, sex="male")


def test_a_message_without_news_changes_nothing():
    assert merged(KNOWN, {}) == KNOWN
