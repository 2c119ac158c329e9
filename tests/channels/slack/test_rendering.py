"""Messages in Block Kit: all of an answer, within every limit, and nothing Slack would mistake."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crampwise.channels.chat.blocks import (
    Bar,
    Block,
    Calls,
    Chart,
    Content,
    Evidence,
    Grid,
    Note,
    Paragraph,
    Points,
    Source,
    Sources,
)
from crampwise.channels.slack import words
from crampwise.channels.slack.rendering import Message, Picture, parts
from tests.channels.slack import checks

CHART = Chart("Iron", "mg", (Bar("Lentils", 3.3),), Bar("Need", 8.0))
EVERYTHING: tuple[Block, ...] = (
    Paragraph("🚨 Get help now", strong=True),
    Paragraph("Ring **at once** if A < B & C."),
    Calls(("112", "911")),
    Points(("One.", "Two.")),
    CHART,
    Grid("Iron", ("Food", "Amount"), (("Lentils", "3.3 mg"),)),
    Points(("Not with kidney disease.",), "Take care"),
    Evidence("Some evidence", "Two trials."),
    Note("For your doctor", ("Cramps at night.", "Takes a water tablet.")),
    Sources("Sources", (Source("NIH | ODS", "https://example.org/a?b=1&c=2"),)),
)


def messages(content: Content, **more: object) -> list[Message]:
    return [part for part in parts(content, **more) if isinstance(part, Message)]  # type: ignore[arg-type]


def seen(one: Message) -> str:
    """What a person reads, after Slack's own checks."""
    return checks.message({"blocks": list(one.blocks), "text": words.escaped(one.text)})


def test_each_part_of_an_answer_has_its_own_form():
    first, picture, second = parts(Content(EVERYTHING), [("Foods?", "token")])
    assert isinstance(first, Message)
    assert isinstance(second, Message)
    assert picture == Picture(CHART)
    kinds = [block["type"] for block in first.blocks]
    assert kinds == ["header", "section", "section", "section"]
    assert seen(first) == (
        "🚨 Get help now\nRing *at once* if A &lt; B &amp; C.\n📞 *112*\n📞 *911*\n• One.\n• Two."
    )
    kinds = [block["type"] for block in second.blocks]
    assert kinds == ["section"] * 3 + ["context", "section", "context", "actions"]
    assert second.blocks[1]["text"]["text"].startswith("```Food ")
    assert second.blocks[2]["text"]["text"] == "> *Take care*\n> • Not with kidney disease."
    assert "For your doctor" in seen(second)
    assert "<https://example.org/a?b=1&amp;c=2|NIH / ODS>" in seen(second)


def test_the_plain_text_says_all_of_it_too():
    told = "\n".join(one.text for one in messages(Content(EVERYTHING), pictures=False))
    for words_of_it in ("Get help now", "at once", "112", "Two.", "3.3 mg", "kidney", "Two trials"):
        assert words_of_it in told
    assert "**" not in told


def test_without_pictures_a_chart_is_said_in_words():
    [one] = messages(Content((CHART,)), pictures=False)
    assert seen(one) == "Iron:\nLentils: 3.3 mg\nNeed: 8 mg"


def test_buttons_after_a_picture_have_a_message_of_their_own():
    picture, buttons = parts(Content((CHART,)), [("Foods?", "token")])
    assert isinstance(picture, Picture)
    assert isinstance(buttons, Message)
    assert seen(buttons) == "Foods?"


@pytest.mark.parametrize(
    "block",
    [
        Paragraph("A sentence of some length. " * 1500),
        Paragraph("x" * 20_000),
        Paragraph("<&>" * 4000),
        Paragraph("Very strong words indeed. " * 40, strong=True),
        Points(tuple(f"Point number {number}." for number in range(2500)), "Take care"),
        Evidence("Some evidence", "A trial showed something. " * 500),
        Grid("Iron", ("Food", "Amount"), tuple((f"Food {n}", "1 mg") for n in range(900))),
        Note("For your doctor", tuple(f"Line {number}." for number in range(2000))),
        Sources(
            "Sources", tuple(Source("S" * 60, f"https://e.org/{'x' * 90}{n}") for n in range(99))
        ),
        Calls(tuple(f"+44 {number}" for number in range(900))),
    ],
    ids=lambda block: type(block).__name__,
)
def test_long_answers_are_split_within_the_limits_and_nothing_is_lost(block: Block) -> None:
    found = messages(Content((block,)))
    assert len(found) > 0
    for one in found:
        seen(one)
    whole = "".join("".join(one.text for one in found).split())
    text = getattr(block, "text", None)
    if isinstance(block, Paragraph) and text:
        assert whole == "".join(text.split())
    if isinstance(block, Sources):
        assert all(source.url in whole for source in block.links)
    if isinstance(block, Points):
        assert all("".join(item.split()) in whole for item in block.items)


def test_sentences_stay_whole_where_they_can():
    found = messages(Content((Paragraph("A sentence of some length. " * 500),)))
    sections = [block["text"]["text"] for one in found for block in one.blocks]
    assert len(sections) > 3
    assert all(section.endswith("length.") for section in sections)


@given(st.text(max_size=400))
def test_no_words_become_a_mark_of_slack(text: str) -> None:
    checks.no_marks(words.mrkdwn(text).replace("\n>", "\n"))
    assert "<" not in words.mrkdwn(text)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("<@U1> hello <@U2|ada>", "hello"),
        ("see <#C1|legs> &amp; <!here>", "see legs &"),
        ("<https://example.org/a|this page> says", "this page says"),
        ("<https://example.org/a> says", "example.org/a says"),
        ("<mailto:a@b.org|a@b.org>", "a@b.org"),
        ("<tel:112>", "112"),
        ("10:30:15 at 5:1:2", "10:30:15 at 5:1:2"),
        (":+1:", "👍"),
        (":custom_party:", ":custom_party:"),
        ("two\nlines", "two\nlines"),
        ("<", "<"),
        ("<@", "<@"),
    ],
)
def test_what_people_type_is_read_without_slacks_marks(written: str, meant: str) -> None:
    assert words.typed(written) == meant
