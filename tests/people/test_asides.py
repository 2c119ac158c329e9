"""Who finds, praises or types something is not who takes it; "for me" is whoever writes."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Digoxin, me. My husband is listening",
        "I take digoxin, and my aunt swears by liquorice",
        "Granddaughter wrote this down, I'm on digoxin",
        "On digoxin, me. My grandson typing this",
        "My brother came across a potassium drink. I take digoxin",
        "I take digoxin. My wife makes herbal capsules",
        "My sister's kidney, since 2015, and I take digoxin",
        "I'm on digoxin, is iron ok while I feed her",
    ],
)
def test_whoever_helps_is_told_nothing_of(told, text):
    found = told(text)
    assert found.person == "self"
    assert found.facts == {"self": {"medicine": ("digoxin",)}}


@pytest.mark.parametrize(
    "text", ["he spotted a potassium drink, get one?", "she read about K2, worth it?"]
)
def test_whoever_goes_looking_is_not_asked_for(told, text):
    assert told(text, ("self",)).person is None


@pytest.mark.parametrize(
    "text",
    [
        "My aunt spotted a potassium drink and she is on digoxin",
        "my aunt ordered some potassium for herself, on digoxin since May",
    ],
)
def test_whoever_takes_what_they_found_is_meant(told, text):
    found = told(text)
    assert found.person == "aunt"
    assert found.facts["aunt"]["medicine"] == ("digoxin",)


@pytest.mark.parametrize(
    "text",
    [
        "my brother has the strong sort, what should I order for me, he takes two",
        "she is expecting, but what strength is right for myself",
        "then why don't I",
        "just for me",
    ],
)
def test_the_question_is_ones_own_again(told, text):
    assert told(text, ("sister", "self")).person == "self"


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("not for me, my uncle wants it", "uncle"),
        ("I use it myself, is it fine for my uncle", "uncle"),
        ("I do everything for her by myself, she cramps", "woman"),
    ],
)
def test_the_question_is_still_anothers(told, text, person):
    assert told(text).person == person


@pytest.mark.parametrize(
    ("text", "sex"), [("father of four", "male"), ("I'm a mum of 3", "female")]
)
def test_whoever_has_children_is_who_writes(told, text, sex):
    found = told(text + ", and cramps")
    assert found.person in (None, "self")
    assert not {"age", "life_stage"} & set(found.facts.get("self", {}))
    assert set(found.facts) <= {"self"}
    assert told("my mother of 71 has cramps").person == "mother"
    assert sex in (*found.supposed.get("sex", ()), *found.facts.get("self", {}).get("sex", ()))
