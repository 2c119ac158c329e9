"""Tablets of somebody else's prescription are told from one's own and from what is on sale."""

from __future__ import annotations

import pytest

from crampwise.encoder.shared import encoder
from crampwise.entities import Recogniser
from crampwise.people.borrowing import borrowed


@pytest.fixture(scope="module")
def heard(knowledge):
    recogniser = Recogniser(knowledge, encoder().knows)
    return lambda text: borrowed(text, recogniser.find(text))


@pytest.mark.parametrize(
    "text",
    [
        "my mate gave me his quinine tablets",
        "can I try my friend's baclofen",
        "next door offered me her prescription water tablets",
        "is it ok to take my wife’s gabapentin tonight",
        "I found some old quinine in the drawer",
        "could I use somebody else's muscle relaxant tablets",
    ],
)
def test_anothers_prescription_is_heard(heard, text):
    assert heard(text)


@pytest.mark.parametrize(
    "text",
    [
        "my mum's ramipril gives her cramps",
        "my doctor gave me quinine tablets",
        "I take my husband's advice and eat bananas",
        "my friend gave me her magnesium tablets",
        "can my dad take his statin with magnesium",
        "old people and quinine",
    ],
)
def test_ones_own_and_what_is_on_sale_is_not(heard, text):
    assert not heard(text)
