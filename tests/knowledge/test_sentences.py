"""A text of the knowledge base is cut into the sentences that a reader would see in it."""

from __future__ import annotations

import pytest

from crampwise.knowledge.sentences import sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("One.", ["One."]),
        ("One. Two!", ["One.", "Two!"]),
        ("Is it? Yes.", ["Is it?", "Yes."]),
        ("About 2.4 mcg a day.", ["About 2.4 mcg a day."]),
        (
            "Greens, e.g. kale, and nuts etc. are good.",
            ["Greens, e.g. kale, and nuts etc. are good."],
        ),
        ("One. Two. Three.", ["One.", "Two.", "Three."]),
    ],
)
def test_cut_where_a_reader_would(text, parts):
    assert sentences(text) == parts
