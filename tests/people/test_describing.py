"""People are spoken of in the words they used, spelt right."""

from __future__ import annotations

import pytest

from crampwise.answers.types import Profile
from crampwise.people.describing import addressed, described, names


@pytest.mark.parametrize(
    ("medicine", "told", "said"),
    [
        ("ace_inhibitor", "lisinopril", ["lisinopril"]),
        ("ace_inhibitor", "lisinopryl", ["lisinopril"]),
        ("statin", "Lipitor", ["Lipitor"]),
        ("statin", "ATORVASTATIN", ["atorvastatin"]),
        ("arb", "valsartan", ["valsartan"]),
        ("ppi", "esomeprazole", ["esomeprazole"]),
        ("ace_inhibitor", "zofenopril", ["zofenopril"]),
        ("other_medicine", "florbazol", ["florbazol"]),
        ("statin", "a statin", ["statins"]),
        ("statin", "statin", ["statins"]),
        ("metformin", "metformina", ["metformin"]),
        ("diuretic", "water pill", ["water tablets"]),
        ("thiazide", "HCTZ", ["thiazide diuretics"]),
        ("no_such_medicine", "x", []),
    ],
)
def test_a_medicine_is_called_as_on_its_packet(knowledge, medicine, told, said):
    assert names(knowledge, Profile(called=((medicine, told),)), medicine) == said


def test_two_of_a_class_are_both_named(knowledge):
    called = (("statin", "simvastatin"), ("statin", "atorvastatin"))
    profile = Profile(medicines=("statin",), called=called)
    assert described(knowledge, profile) == "taking simvastatin and atorvastatin"


def test_a_girl_of_one_is_no_woman(knowledge):
    young, grown = (Profile(age=age, sex="female") for age in (1, 40))
    assert addressed(knowledge, young, "woman").startswith("For the child you ask for")
    assert addressed(knowledge, grown, "woman").startswith("For the woman you ask for")
