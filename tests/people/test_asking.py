"""Who only says, buys or asks something is not whom the message is about."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "My mum says salt tablets for cramp in feet like in her day. Is mum right?",
        "my dad reckons bananas, is dad wrong?",
    ],
)
def test_whoever_gives_advice_is_not_meant(told, text):
    assert told(text).person is None


def test_a_mother_with_cramps_is_still_meant(told):
    assert told("is mum too old for magnesium? her calves cramp").person == "mother"


@pytest.mark.parametrize(
    "text", ["I was going to get both from the chemist", "I'll order potassium for the cramps"]
)
def test_whoever_buys_it_for_another_is_not_meant(told, text):
    assert told(text, ("grandmother",)).person is None


def test_a_medicine_is_theirs_whose_name_stands_before_it(told):
    found = told("Nan's furosemide is 80 in the morning then 40")
    assert found.facts["grandmother"]["medicine"] == ("loop_diuretic",)


def test_what_is_asked_of_is_nobodys_medicine(told):
    assert "medicine" not in told("what's furosemide for, my mum wonders").facts.get("mother", {})


def test_whoever_has_a_doctor_for_it_has_the_illness(told):
    found = told("Dad and the renal doctor agreed on no dialysis")
    assert found.facts["father"]["condition"] == ("kidney_disease",)


def test_whoever_bought_it_does_not_take_it(told):
    found = told("Taking telmisartan. My daughter picked up some potassium drops, one a day?")
    assert found.person is None
    assert found.facts == {"self": {"medicine": ("arb",)}}
    assert told("My daughter picked up some drops, she is on telmisartan").person == "daughter"


@pytest.mark.parametrize(
    "text",
    ["Dad is on perindopril but he keeps using my magnesium", "My dad takes my calcium tablets"],
)
def test_whoever_takes_what_is_mine_is_meant(told, text):
    assert told(text).person == "father"


def test_years_told_in_words_are_a_note(told):
    assert told("sober eleven years now").facts["self"]["condition"] == ("alcohol",)
