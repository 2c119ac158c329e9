"""A message is cut into the sentences and questions a person would hear in it."""

from __future__ import annotations

import random

import pytest

from crampwise.text.sentences import split

TABLE = [
    ("", []),
    ("   ", ["   "]),
    ("my legs hurt", ["my legs hurt"]),
    ("My legs hurt. What can I do?", ["My legs hurt.", "What can I do?"]),
    ("My legs hurt\nWhat can I do", ["My legs hurt", "What can I do"]),
    ("My legs hurt!\n\n\nWhat can I do?", ["My legs hurt!", "What can I do?"]),
    ("Help! My legs hurt at night.", ["Help! My legs hurt at night."]),
    ("My legs hurt at night. Help!", ["My legs hurt at night. Help!"]),
    ("I take 2.5 mg of it a day", ["I take 2.5 mg of it a day"]),
    (
        "I am 70. I take statins. Why do I cramp?",
        ["I am 70.", "I take statins.", "Why do I cramp?"],
    ),
    ("My legs hurt. Which food?", ["My legs hurt.", "Which food?"]),
    ("my legs hurt, is it salt", ["my legs hurt", "is it salt"]),
    ("my legs hurt so what should I eat", ["my legs hurt", "so what should I eat"]),
    ("I know what it is", ["I know what it is"]),
    ("One two three... four five six", ["One two three...", "four five six"]),
]


@pytest.mark.parametrize(("text", "sentences"), TABLE)
def test_a_message_is_cut_at_the_ends_of_sentences_and_before_questions(text, sentences):
    assert split(text) == sentences


@pytest.mark.parametrize("seed", range(20))
def test_no_word_is_lost(seed):
    draw = random.Random(seed)
    text = "".join(draw.choice("ab .!?\n") for _ in range(300))
    assert " ".join(split(text)).split() == text.split()
