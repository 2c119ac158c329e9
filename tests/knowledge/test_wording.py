"""Sentences that are put together from figures are checked when they are read."""

from __future__ import annotations

import pytest

from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.placeholders import PLACEHOLDERS
from crampwise.knowledge.wording import problems


def test_the_shipped_wording_is_whole(knowledge: Knowledge) -> None:
    assert list(problems(knowledge.wording)) == []


@pytest.mark.parametrize(
    ("key", "text", "reason"),
    [
        ("need", "{nmae} a day: {needs}", "{nmae}"),
        ("limit", "Limit: {limit", "brace"),
        ("unknown", None, "is missing"),
    ],
)
def test_a_sentence_that_could_not_be_filled_in_is_told(
    knowledge: Knowledge, key: str, text: str | None, reason: str
) -> None:
    wording = {name: knowledge.wording[name] for name in PLACEHOLDERS}
    if text is None:
        del wording[key]
    else:
        wording[key] = text
    [(where, told)] = problems(wording)
    assert where == key
    assert reason in told
