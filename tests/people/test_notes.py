"""A note of medicines tells; a bare name and a question do not."""

from __future__ import annotations

import pytest

from crampwise.encoder.shared import encoder
from crampwise.entities import Recogniser
from crampwise.people import People, read


@pytest.fixture(scope="module")
def told(knowledge):
    recogniser = Recogniser(knowledge, encoder().knows)
    people = People(knowledge.people)
    return lambda text: read(people, text, recogniser.find(text)).facts.get("self", {})


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
def test_a_note_tells(told, text, medicines):
    assert told(text)["medicine"] == medicines


@pytest.mark.parametrize(
    ("text", "medicines"),
    [
        ("Fosamax, Thursdays", ("bisphosphonate",)),
        ("only eplerenone these days and a stick", ("potassium_sparing_diuretic",)),
        ("furosemide and digoxin", ("loop_diuretic", "digoxin")),
    ],
)
def test_what_asks_nothing_tells(told, text, medicines):
    assert told(text)["medicine"] == medicines


@pytest.mark.parametrize(
    "text",
    ["digoxin", "warfarin side effects", "statins and sore muscles", "and with omeprazole"],
)
def test_what_looks_something_up_does_not(told, text):
    assert "medicine" not in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Myasthenia since 1998. Neurologist is happy",
        "myasthenia diagnosed 2015, is quinine safe?",
        "myasthenia for the last 10 years",
    ],
)
def test_whoever_says_how_long_has_the_illness(told, text):
    assert told(text)["condition"] == ("myasthenia",)


@pytest.mark.parametrize(
    "text", ["statins", "naproxen daily?", "how much naproxen daily", "cramps"]
)
def test_anything_else_only_asks(told, text):
    assert "medicine" not in told(text)


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        ("haemodialysis tue thu sat, no bother", ("dialysis",)),
        ("coeliac here", ("coeliac_disease",)),
        ("stage 3 kidney disease info", ()),
        ("asthmatic as a kid, now ckd4", ("kidney_disease",)),
    ],
)
def test_an_illness_told_without_asking_is_ones_own(told, text, conditions):
    assert told(text).get("condition", ()) == conditions
