"""What was told of people is gathered over the turns, each person apart."""

from __future__ import annotations

import json
from dataclasses import asdict

import pytest

from crampwise.answers.types import Profile
from crampwise.people import Told
from crampwise.people.known import Known, known_of, merged, without

SHE = Profile(
    medicines=("statin",), conditions=("diabetes",), life_stage="older", age=None, sex="female"
)


@pytest.mark.parametrize("slot", [None, {}])
def test_an_empty_slot_is_nobody(slot):
    assert known_of(slot) == Known()
    assert known_of(slot).person == "self"


@pytest.mark.parametrize(
    "profile", [SHE, Profile(age=0, life_stage="child"), Profile(diet="vegan")]
)
def test_what_is_known_survives_the_slot(profile):
    known = Known({"mother": profile, "self": SHE}, ("mother", "self"))
    assert known_of(json.loads(json.dumps(known.stored()))) == known


@pytest.mark.parametrize(
    ("facts", "changes"),
    [
        ({}, {}),
        ({"nutrient": ("iron",)}, {}),
        ({"medicine": ("warfarin",)}, {"medicines": ("statin", "warfarin")}),
        ({"medicine": ("statin",)}, {}),
        ({"medicine": ("warfarin", "arb")}, {"medicines": ("statin", "warfarin", "arb")}),
        ({"condition": ("dialysis",)}, {"conditions": ("diabetes", "dialysis")}),
        ({"sex": ("male",)}, {"sex": "male"}),
        ({"diet": ("vegan",)}, {"diet": "vegan"}),
        ({"life_stage": ("teenager",)}, {"life_stage": "teenager"}),
        ({"age": (40,)}, {"age": 40, "life_stage": None}),
        ({"age": (0,)}, {"age": 0, "life_stage": None}),
        ({"age": ("40",)}, {"age": 40, "life_stage": None}),
        ({"age": (8,), "life_stage": ("child",)}, {"age": 8, "life_stage": "child"}),
    ],
)
def test_facts_are_added_and_single_values_replaced(facts, changes):
    assert asdict(merged(SHE, facts)) == {**asdict(SHE), **changes}


@pytest.mark.parametrize(
    ("facts", "changes"),
    [
        ({"medicine": ("statin",)}, {"medicines": ()}),
        ({"medicine": ("warfarin",)}, {}),
        ({"condition": ("diabetes",)}, {"conditions": ()}),
        ({"sex": ("female",)}, {"sex": None}),
        ({"sex": ("male",)}, {}),
    ],
)
def test_denied_facts_are_taken_out(facts, changes):
    assert asdict(without(SHE, facts)) == {**asdict(SHE), **changes}


def test_two_people_are_kept_apart():
    known = Known()
    known = known.after(Told("self", {"self": {"medicine": ("statin",)}}))
    known = known.after(Told("mother", {"mother": {"age": (82,), "medicine": ("warfarin",)}}))
    assert known.person == "mother"
    assert known.profile() == Profile(age=82, medicines=("warfarin",))
    assert known.profile("self") == Profile(medicines=("statin",))


def test_whom_it_is_about_stays_until_another_is_named():
    known = Known().after(Told("mother", {"mother": {"age": (82,)}})).after(Told())
    assert known.person == "mother"
    assert known.after(Told("self")).lately == ("self", "mother")


def test_names_of_medicines_go_with_them():
    named = {"self": (("ace_inhibitor", "lisinopril"), ("warfarin", "warfarin"))}
    known = Known().after(Told("self", {"self": {"medicine": ("ace_inhibitor",)}}, called=named))
    assert known.profile().called == (("ace_inhibitor", "lisinopril"),)
    stopped = known.after(Told("self", denied={"self": {"medicine": ("ace_inhibitor",)}}))
    assert stopped.profile() == Profile()


def test_a_slot_of_before_names_were_kept_is_read():
    stored = Known({"self": SHE}, ("self",)).stored()
    del stored["profiles"]["self"]["called"]
    assert known_of(stored).profile() == SHE


def test_what_was_told_of_the_wrong_one_is_the_right_ones():
    known = Known().after(Told("husband", {"husband": {"medicine": ("statin",), "age": (80,)}}))
    known = known.after(Told("father", {"father": {"age": (79,)}}, instead=("husband", "father")))
    assert known.profiles == {"father": Profile(medicines=("statin",), age=79)}
    assert known.lately == ("father",)


def test_who_was_told_of_besides_may_be_she_in_the_next_message():
    facts = {"aunt": {"condition": ("dialysis",)}, "self": {"medicine": ("arb",)}}
    known = Known(lately=("father",)).after(Told("self", facts))
    assert known.lately == ("self", "aunt", "father")
