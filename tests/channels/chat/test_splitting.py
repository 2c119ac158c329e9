"""Long text is cut where a reader would pause, and nothing is lost."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crampwise.channels.chat.splitting import split


def escaped(text: str) -> int:
    return len(escape(text))


@pytest.mark.parametrize(
    ("text", "limit", "pieces"),
    [
        ("Short.", 10, ["Short."]),
        ("", 10, []),
        ("One is here. Two is there.", 14, ["One is here.", "Two is there."]),
        ("One. Two. Three.", 10, ["One. Two.", "Three."]),
        ("One.\nTwo is long. So it goes.", 16, ["One.", "Two is long.", "So it goes."]),
        ("no stops at all here", 8, ["no stops", "at all", "here"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("About 2.5 mg a day. More is worse.", 20, ["About 2.5 mg a day.", "More is worse."]),
    ],
)
def test_text_is_cut_at_lines_then_sentences_then_words(text, limit, pieces):
    assert split(text, limit) == pieces


def test_the_limit_holds_for_the_text_as_it_is_sent():
    pieces = split("<&> " * 40, 20, escaped)
    assert all(escaped(piece) <= 20 for piece in pieces)
    assert "".join("".join(pieces).split()) == "<&>" * 40


@settings(deadline=None)
@given(st.text(max_size=300), st.integers(min_value=6, max_value=60))
def test_every_piece_fits_and_every_letter_is_kept(text, limit):
    pieces = split(text, limit, escaped)
    assert all(0 < escaped(piece) <= limit for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())
