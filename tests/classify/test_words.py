"""Single words tell two kinds of text apart, whatever else they hold."""

from __future__ import annotations

import numpy as np
import pytest

from crampwise.classify import words
from crampwise.classify.storage import arrays_of, of_arrays
from crampwise.classify.words import Words

SWOLLEN = [f"my {thing} is swollen since {day}" for thing in ("calf", "leg") for day in "abcdef"]
CHECKED = [f"my {thing} was checked on {day}" for thing in ("calf", "leg") for day in "abcdef"]


@pytest.fixture(scope="module")
def model() -> Words:
    sought = np.array([True] * len(SWOLLEN) + [False] * len(CHECKED))
    return words.train([*SWOLLEN, *CHECKED], sought)


def test_a_word_decides(model):
    odds = model.odds(["the foot is swollen", "the foot was checked"])
    assert odds[0] > 0 > odds[1]


def test_a_text_without_words_is_as_likely_as_any(model):
    assert model.odds(["", "?!"]) == pytest.approx(float(model.bias))


def test_case_does_not_count_and_a_word_said_twice_counts_once():
    assert words.buckets("Calf calf CALF").tolist() == words.buckets("calf calf").tolist()
    assert len(words.buckets("my calf")) == 3


def test_a_denied_word_is_another_word():
    told = set(words.buckets("swollen").tolist())
    assert told <= set(words.buckets("my calf is swollen").tolist())
    assert not told & set(words.buckets("it is not at all swollen").tolist())


@pytest.mark.parametrize("text", ["no, swollen", "not red but swollen", "no i think it is swollen"])
def test_a_denial_ends_at_a_stop_at_a_but_and_after_some_words(text):
    assert set(words.buckets("swollen").tolist()) <= set(words.buckets(text).tolist())


def test_it_is_kept_as_arrays(model):
    again = of_arrays(Words, arrays_of(model))
    assert again.odds(SWOLLEN) == pytest.approx(model.odds(SWOLLEN))
