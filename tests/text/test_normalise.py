"""One plain spelling for many; nothing that can be typed makes it fail."""

from __future__ import annotations

import random
import sys

import pytest

from crampwise.text import normalise as module
from crampwise.text.normalise import clean, normalise

TABLE = [
    ("", ""),
    ("   ", ""),
    ("CRAMPS", "cramps"),
    ("  leg   cramps  ", "leg cramps"),
    ("line\nbreak\ttab", "line break tab"),
    ("a\x00b", "a b"),
    ("zero\u200bwidth", "zerowidth"),
    ("soft\u00adhyphen", "softhyphen"),
    ("ﬁsh", "fish"),
    ("１００ ｍｇ", "100 mg"),
    ("𝓁𝑒𝑔", "leg"),
    ("café", "café"),
    ("naïve señor", "naïve señor"),
    ("100 µg", "100 μg"),
    ("night–time cramps", "night-time cramps"),
    ("I can’t sleep", "i cannot sleep"),
    ("won't it stop", "will not it stop"),
    ("i'm 70 and it's bad", "i am 70 and it is bad"),
    ("don't", "do not"),
    ("don't.", "do not."),
    ("doesnt", "does not"),
    ("cant,", "cannot,"),
    ("should've", "should have"),
    ("she'll", "she will"),
    ("we're", "we are"),
    ("they'd", "they'd"),
    ("what's what", "what is what"),
    ("whats up", "what is up"),
    ("wot", "what"),
    ("pls help w/ cramps", "please help with cramps"),
    ("w/o meds", "without medicines"),
    ("b4 bed", "before bed"),
    ("vit d3 2000iu", "vitamin d3 2000iu"),
    ("u r gr8", "you are gr8"),
    ("70 y/o female", "70 year old female"),
    ("nuts, e.g. almonds", "nuts, for example almonds"),
    ("nuts, eg almonds", "nuts, for example almonds"),
    ("sleeeep", "sleep"),
    ("coool", "cool"),
    ("crampssss", "cramps"),
    ("crampiiing", "cramping"),
    ("bookkeeping", "bookkeeping"),
    ("why??", "why?"),
    ("what?!?!", "what?!"),
    ("hi,,,,, there", "hi, there"),
    ("wait...", "wait."),
    ("Cramp!Cramp", "cramp! cramp"),
    ("a , b", "a, b"),
    ("b-12", "b-12"),
    ("mg/ml", "mg/ml"),
    ("3.5 g", "3.5 g"),
    ("400mg", "400mg"),
    ("3am", "3am"),
    ("rock & roll", "rock & roll"),
    ("🦵 hurts", "leg hurts"),
    ("legs💊", "legs pill"),
    ("😭😭", "loudly crying face loudly crying face"),
    (
        "WOT vitamin am i short of??? legs crampiiing all nite",
        "what vitamin am i short of? legs cramping all night",
    ),
]
MESSY = "aAeE'’/.-!?,3 \n\t\x00\u200b\u0301é😭👩‍👩‍👧𝓁ﬁ½١٣中文אبहिन्दी\U000e0041\ufffd"


@pytest.mark.parametrize(("typed", "plain"), TABLE)
def test_a_messy_text_is_written_plainly(typed, plain):
    assert normalise(typed) == plain


@pytest.mark.parametrize(("typed", "plain"), TABLE)
def test_a_plain_text_stays_as_it_is(typed, plain):
    assert normalise(plain) == plain


def test_cleaning_keeps_case_and_spelling():
    assert clean(" ‘WOT’ –  Ｍｇ\n💊") == "'WOT' - Mg pill"


@pytest.mark.parametrize("seed", range(50))
def test_any_code_points_are_read_without_failing(seed):
    draw = random.Random(seed)
    anything = "".join(chr(draw.randrange(sys.maxunicode + 1)) for _ in range(draw.randrange(200)))
    messy = "".join(draw.choice(MESSY) for _ in range(draw.randrange(200)))
    for text in (anything, messy, anything + messy):
        plain = normalise(text)
        assert isinstance(plain, str)
        assert plain == plain.strip()
        assert "\n" not in plain
        assert "\x00" not in plain


def test_a_long_run_of_one_letter_takes_no_time():
    assert normalise("a" * 100_000) == "a"


@pytest.mark.parametrize("short", sorted(module._spellings()))
def test_every_chat_spelling_is_reached(short):
    assert normalise(f"so {short} then") == f"so {module._spellings()[short]} then"
