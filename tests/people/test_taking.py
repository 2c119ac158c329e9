"""Whether a message speaks of taking something: a product, or what was named before."""

from __future__ import annotations

import pytest

from crampwise.encoder.shared import encoder
from crampwise.entities import Recogniser
from crampwise.people.taking import takes, takes_at_once, takes_it, takes_more, takes_together


@pytest.fixture(scope="module")
def recogniser(knowledge):
    return Recogniser(knowledge, encoder().knows)


@pytest.mark.parametrize(
    "text",
    [
        "could I stir some magnesium into my tea",
        "my cousin sells a herbal mixture, worth it?",
        "shall I swap to the low sodium salt",
        "a multivitamin from the market",
        "picked up some tablets at the health shop",
        "he was given gummies at work",
        "vitamin e 800 with my supper",
        "dandelion for water",
        "omega-3 in the mornings",
    ],
)
def test_of_a_product(knowledge, recogniser, text):
    assert takes(knowledge, text, recogniser.find(text))


@pytest.mark.parametrize(
    "text",
    [
        "why do my legs cramp at night",
        "which foods have magnesium and can I eat them",
        "does stretching before bed help",
        "are my tablets causing it",
        "what does magnesium do for muscles",
        "thanks a lot",
        "had my tea early",
    ],
)
def test_of_no_product(knowledge, recogniser, text):
    assert not takes(knowledge, text, recogniser.find(text))


@pytest.mark.parametrize(
    "text",
    [
        "can I have both?",
        "should she try one",
        "half won't hurt",
        "would taking a huge dose matter",
        "the 250 mg tablets are cheaper",
        "three a day, then?",
        "is it alright to move up to 40",
        "the whole lot before work, good plan?",
        "may I get a few from the shop for my knees",
        "a couple per night then?",
        "gulp it down with my tablet?",
        "stir a third into her porridge",
        "what strength would I order",
    ],
)
def test_of_what_was_named_before(text):
    assert takes_it(text)


@pytest.mark.parametrize("text", ["which foods have it", "is it serious", "and at night?"])
def test_of_nothing_to_take(text):
    assert not takes_it(text)


def test_of_two_at_one_time():
    assert takes_together("all in one go with supper?")
    assert takes_together("I have the lot before work")
    assert not takes_together("when is the best moment")


@pytest.mark.parametrize(
    "text",
    [
        "fine to increase it to 50?",
        "can she double it",
        "is a stronger one better",
        "up to 600?",
        "2,000 IU?",
    ],
)
def test_of_more_than_before(text):
    assert takes_more(text)


@pytest.mark.parametrize("text", ["should I take more water along", "two a day?", "up the stairs"])
def test_of_no_more_than_before(text):
    assert not takes_more(text)


@pytest.mark.parametrize(
    "text",
    [
        "in one mouthful at lunch",
        "both at the same meal",
        "all at once?",
        "calcium and iron side by side",
        "zinc and iron, how long apart",
    ],
)
def test_said_in_so_many_words_to_be_at_one_time(text):
    assert takes_at_once(text)


@pytest.mark.parametrize("text", ["which of the two is better", "are both any good", "try them"])
def test_two_things_named_are_not_yet_taken_at_one_time(text):
    assert not takes_at_once(text)
