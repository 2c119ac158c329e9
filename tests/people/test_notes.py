"""A note of medicines tells; a bare name and a question do not."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="module")
def of_self(told):
    return lambda text: told(text).facts.get("self", {})


@pytest.mark.parametrize(
    ("text", "medicines"),
    [
        ("naproxen daily", ("nsaid",)),
        ("moxifloxacin 5 days", ("antibiotic",)),
        ("omeprazole long term and ramipril 5 mg", ("ppi", "ace_inhibitor")),
        ("warfarin since 2019", ("warfarin",)),
        ("thyroid pill at 6am", ("levothyroxine",)),
        ("telmisartan 40mg", ("arb",)),
        ("isoniazid 300 mg, rifampicin 600 mg", ("isoniazid", "rifampicin")),
    ],
)
def test_a_note_tells(of_self, text, medicines):
    assert of_self(text)["medicine"] == medicines


@pytest.mark.parametrize(
    ("text", "medicines"),
    [
        ("Fosamax, Thursdays", ("bisphosphonate",)),
        ("only eplerenone these days and a stick", ("potassium_sparing_diuretic",)),
        ("furosemide and digoxin", ("loop_diuretic", "digoxin")),
    ],
)
def test_what_asks_nothing_tells(of_self, text, medicines):
    assert of_self(text)["medicine"] == medicines


@pytest.mark.parametrize(
    "text",
    ["digoxin", "warfarin side effects", "statins and sore muscles", "and with omeprazole"],
)
def test_what_looks_something_up_does_not(of_self, text):
    assert "medicine" not in of_self(text)


@pytest.mark.parametrize(
    "text",
    [
        "Myasthenia since 1998. Neurologist is happy",
        "myasthenia diagnosed 2015, is quinine safe?",
        "myasthenia for the last 10 years",
    ],
)
def test_whoever_says_how_long_has_the_illness(of_self, text):
    assert of_self(text)["condition"] == ("myasthenia",)


@pytest.mark.parametrize(
    "text", ["statins", "naproxen daily?", "how much naproxen daily", "cramps"]
)
def test_anything_else_only_asks(of_self, text):
    assert "medicine" not in of_self(text)


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        ("haemodialysis tue thu sat, no bother", ("dialysis",)),
        ("coeliac here", ("coeliac_disease",)),
        ("stage 3 kidney disease info", ()),
        ("asthmatic as a kid, now ckd4", ("kidney_disease",)),
    ],
)
def test_an_illness_told_without_asking_is_ones_own(of_self, text, conditions):
    assert of_self(text).get("condition", ()) == conditions
