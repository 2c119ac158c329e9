"""Medicines that no list holds: by ending, by dose, by what they are for."""

from __future__ import annotations

import pytest

CLASSES = [
    ("zofenopril", "ace_inhibitor"),
    ("fimasartan", "arb"),
    ("celiprolol", "beta_blocker"),
    ("isradipine", "calcium_channel_blocker"),
    ("gemifloxacin", "antibiotic"),
    ("betrixaban", "anticoagulant"),
    ("evogliptin", "other_medicine"),
    ("guselkumab", "other_medicine"),
]


@pytest.mark.parametrize(("name", "medicine"), CLASSES)
def test_the_ending_of_a_class_tells_it(recogniser, name, medicine):
    assert ("medicine", medicine) in [(f.entity, f.value) for f in recogniser.find(name)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I'm on florbazol for my gut", "florbazol"),
        ("he takes qurvexa", "qurvexa"),
        ("qurvexa 20 mg and tea", "qurvexa"),
        ("she has pills for her bladder", "pills for her bladder"),
        ("I have seven different medicines", "seven different medicines"),
        ("she's on fourteen pills a day", "fourteen pills"),
        ("on a bucketload of tablets since May", "a bucketload of tablets"),
        ("he swallows heaps of meds", "heaps of meds"),
        ("mum takes eight pills at breakfast", "eight pills"),
    ],
)
def test_a_medicine_that_nobody_knows_is_one_where_it_is_told(recogniser, text, words):
    found = [f for f in recogniser.find(text) if f.entity == "medicine"]
    assert [(f.value, text[f.start : f.end]) for f in found] == [("other_medicine", words)]


@pytest.mark.parametrize(
    "text",
    [
        "it comes back every april",
        "I'm on holiday",
        "should I be taking vitamins",
        "pills for my cramps",
        "I'm on 4 tablets of calcium",
        "may I have three tablets a day",
        "florbazol is a town",
    ],
)
def test_other_words_are_no_medicines(recogniser, text):
    assert [f for f in recogniser.find(text) if f.entity == "medicine"] == []
