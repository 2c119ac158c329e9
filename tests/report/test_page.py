"""The report's page."""

from __future__ import annotations

from collections import Counter
from datetime import date
from html.parser import HTMLParser

from crampwise.report.grouping import Phrase
from crampwise.report.page import IN_GROUP, page
from crampwise.report.reading import Turn, Use


def turn(day: int, topic: str, urgency: str | None = None) -> Turn:
    return Turn(date(2030, 1, day), "text", "foods", 0.9, (topic,), urgency)


USE = Use(
    turns=[turn(1, "foods"), turn(1, "unknown"), turn(5, "red_flag.dvt", "same_day")],
    conversations=2,
    checks_begun=3,
    checks_finished=1,
    left_at=Counter({"check_salt": 2}),
    unhelpful=Counter({"magnesium.foods": 2}),
    helpful=Counter({"magnesium.foods": 3}),
)


class Balanced(HTMLParser):
    """Fails when a tag is closed that is not open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in ("meta", "br", "img"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_it_shows_every_part_and_needs_nothing_from_elsewhere() -> None:
    group = [Phrase("abc123", "is my cat <b>ill</b>", 2, False), Phrase("def456", "a dog", 1, True)]
    text = page(USE, [group], 30)
    parser = Balanced()
    parser.feed(text)
    assert parser.open == []
    assert text.count("<svg role=") == 4
    for told in ("The last 30 days", "1 (33%)", "Begun 3, finished 1", "2 of 5 said"):
        assert told in text
    assert "is my cat &lt;b&gt;ill&lt;/b&gt;" in text
    assert "crampwise learn INTENT abc123 def456" in text
    assert "src=" not in text
    assert "<script" not in text


def test_an_empty_store_gives_a_page_too() -> None:
    text = page(Use(), [], 30)
    assert "Nothing yet" in text
    assert "<svg" not in text


def test_a_large_group_is_cut() -> None:
    group = [Phrase(f"{n:06}", f"question {n}", 1, False) for n in range(IN_GROUP + 5)]
    assert "and 5 more" in page(USE, [group], 30)
