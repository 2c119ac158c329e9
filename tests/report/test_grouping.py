"""Doubtful questions in groups of like meaning."""

from __future__ import annotations

from datetime import date

import numpy as np

from crampwise.report.grouping import UNSURE_BELOW, groups, phrases
from crampwise.report.reading import Turn

TODAY = date(2030, 1, 2)


def turn(text: str | None, confidence: float = 0.9, topic: str = "foods", **more: str) -> Turn:
    return Turn(TODAY, text, "foods", confidence, (topic,), more.get("urgency"))


def test_only_what_was_typed_and_is_doubtful_is_kept() -> None:
    turns = [
        turn("answered well"),
        turn("unsure of it", UNSURE_BELOW - 0.1),
        turn("not known", topic="unknown"),
        turn("Not known", topic="unknown"),
        turn("danger", 0.1, urgency="emergency"),
        turn(None, topic="unknown"),
    ]
    found = phrases(turns, lambda text: text.replace("known", "heard of"))
    assert [(phrase.text, phrase.count, phrase.answered) for phrase in found] == [
        ("unsure of it", 1, True),
        ("not heard of", 2, False),
    ]


def test_an_id_belongs_to_the_words_and_not_to_the_day() -> None:
    [one] = phrases([turn("not known", topic="unknown")], str)
    [two] = phrases([turn("x", 0.9), turn("NOT known", topic="unsure")], str)
    assert one.id == two.id


def test_like_questions_stand_together_and_the_commonest_first() -> None:
    turns = [turn(text, topic="unknown") for text in ("a1", "b1", "a2", "a2", "b2", "b2", "b2")]

    def encode(texts: list[str]) -> np.ndarray:
        return np.array([[1.0, 0.1] if text[0] == "a" else [0.1, 1.0] for text in texts])

    found = groups(phrases(turns, str), encode)
    assert [[phrase.text for phrase in group] for group in found] == [["b2", "b1"], ["a2", "a1"]]
    assert groups([], encode) == []
    assert len(groups(phrases(turns[:1], str), encode)) == 1
