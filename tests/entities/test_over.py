"""A medicine or a pregnancy that is long over is nobody's now; what may go on still counts."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "I had erythromycin in 2014 for a chest infection, may I use magnesium?",
        "took penicillin about ten years ago, iron ok?",
        "In 2012 she took cefalexin. And calcium?",
        "the only tablets he ever needed were amoxicillin",
        "had a week of amoxicillin two winters ago",
        "I was on warfarin for six months in 2016, off it ever since, take nothing now",
        "My ex was expecting when the cramps came",
        "my ex was pregnant when I first read this, now I read it again",
        "magnesium helped me when my wife was pregnant",
        "expecting a parcel today",
        "I'm expecting to run 10 km",
    ],
)
def test_what_is_over_is_left_out(recogniser, text):
    found = recogniser.find(text)
    assert not [f for f in found if f.entity == "medicine" or f.value == "pregnancy"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("I was put on digoxin in 2014", "digoxin"),
        ("she began digoxin ten years ago", "digoxin"),
        ("I was on digoxin in 2014 and still am", "digoxin"),
        ("on digoxin since 2014", "digoxin"),
        ("had digoxin this morning", "digoxin"),
        ("took a statin years ago, did it cause my cramps?", "statin"),
        ("When I was pregnant last time it was worse, and I'm still pregnant", "pregnancy"),
        ("while she was expecting it was fine, and she is pregnant again", "pregnancy"),
        ("my wife is pregnant", "pregnancy"),
        ("we are expecting a baby", "pregnancy"),
        ("she's expecting our first", "pregnancy"),
    ],
)
def test_what_may_go_on_counts(recogniser, text, value):
    assert value in [f.value for f in recogniser.find(text)]
