"""Misspelt ordinary words are mended; right ones are left alone."""

from __future__ import annotations

import pytest

from crampwise.text.spelling import Speller, lexicon

COUNTS = {"cramp": 90, "cramps": 80, "muscles": 40, "night": 60, "leg": 70, "calf": 30, "what": 50}
ORDINARY = {"clamp", "tramp", "might", "message", "the", "legal", "stops"}
SPELLER = Speller(COUNTS, ORDINARY.__contains__)


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("crmap", "cramp"),
        ("cramsp", "cramp"),
        ("mussles", "muscles"),
        ("mucsles", "muscles"),
        ("nihgt", "night"),
        ("nght", "night"),
        ("waht", "what"),
        ("legcramps", "leg cramps"),
        ("nightcramp", "night cramp"),
        ("my crmaps at nihgt, waht stops them?", "my cramps at night, what stops them?"),
    ],
)
def test_a_slip_is_mended(typed, mended):
    assert SPELLER.mend(typed) == mended


@pytest.mark.parametrize(
    "text",
    ["", "cramp", "clamp", "tramp", "might", "the legal message", "xyzzyqw", "hlp", "b12 400mg"],
)
def test_an_ordinary_or_unlike_word_is_left_alone(text):
    assert SPELLER.mend(text) == text


def test_the_commoner_of_two_like_words_is_meant():
    assert Speller({"calf": 3, "half": 50}, lambda word: False).mend("calff") == "calf"
    assert Speller({"cart": 3, "card": 50}, lambda word: False).mend("carx") == "card"


def test_the_first_letter_is_seldom_wrong():
    assert Speller({"cart": 3, "bars": 50}, lambda word: False).mend("cars") == "cart"


def test_an_empty_lexicon_changes_nothing():
    assert Speller({}, lambda word: False).mend("crmaps at nihgt") == "crmaps at nihgt"


def test_the_lexicon_keeps_used_words_and_drops_slips():
    texts = ["leg cramp"] * 50 + ["leg crampp"] * 5 + ["rare"] + ["two cramps"] * 9
    counts = lexicon(texts, {"leg", "two", "rare"}.__contains__)
    assert counts["cramp"] == 50
    assert counts["leg"] == 55
    assert counts["cramps"] == 9
    assert "rare" not in counts
    assert "crampp" not in counts
