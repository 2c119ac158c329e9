"""What an action dispatched, as blocks."""

from __future__ import annotations

from crampwise.answers.types import Answer, Call, Choice, EvidenceNote, SourceRef, Table
from crampwise.channels.chat import blocks
from crampwise.channels.chat.blocks import (
    Bar,
    Button,
    Calls,
    Chart,
    Evidence,
    Grid,
    Note,
    Paragraph,
    Points,
    Source,
    Sources,
)
from crampwise.channels.rendering import web
from crampwise.knowledge.base import Knowledge

FULL = Answer(
    topic="dose",
    short="Short.",
    details=("One.", "Two."),
    cautions=("Mind this.",),
    evidence=EvidenceNote("weak", "Weak evidence", "Two small trials."),
    sources=(SourceRef("A fact sheet", "https://example.org/a"),),
    follow_ups=(Choice("Which foods?", "foods", {"nutrient": "iron"}),),
    urgency="same_day",
    calls=(Call("UK: NHS 111", "111"),),
    table=Table("Iron", ("Food", "Amount"), (("Lentils", "6 mg"),)),
)
CHART = {"caption": "Iron", "unit": "mg", "bars": [{"label": "Lentils", "value": 6}], "need": None}
NOTE = {"title": "For your doctor", "lines": ["Cramps at night."]}


def test_every_part_of_an_answer_becomes_a_block(knowledge: Knowledge) -> None:
    answer = web(FULL, knowledge)
    answer["parts"].update(chart=CHART, note=NOTE)
    content = blocks.content(answer, knowledge.wording)
    assert content.blocks == (
        Paragraph(knowledge.wording["chat_same_day"], strong=True),
        Paragraph("Short."),
        Calls(("UK: NHS 111",)),
        Points(("One.", "Two.")),
        Chart("Iron", "mg", (Bar("Lentils", 6.0),)),
        Grid("Iron", ("Food", "Amount"), (("Lentils", "6 mg"),)),
        Points(("Mind this.",), "Take care"),
        Evidence("Weak evidence", "Two small trials."),
        Note("For your doctor", ("Cramps at night.",)),
        Sources("Sources", (Source("A fact sheet", "https://example.org/a"),)),
    )
    assert content.buttons == (Button("Which foods?", '/foods{"nutrient": "iron"}'),)
    assert content.urgency == "same_day"


def test_the_need_goes_with_the_chart(knowledge: Knowledge) -> None:
    answer = web(Answer("foods", "Short."), knowledge)
    answer["parts"]["chart"] = {**CHART, "need": {"label": "Need", "value": 8}}
    [_, chart] = blocks.content(answer, knowledge.wording).blocks
    assert isinstance(chart, Chart)
    assert chart.need == Bar("Need", 8.0)


def plain(text: str, **more: object) -> dict[str, object]:
    """A response of domain.yml as every channel gets it."""
    return {"text": text, "buttons": [], "sources": [], "topic": "x", "urgency": None, **more}


def test_a_response_of_the_domain_keeps_its_text_and_buttons(knowledge: Knowledge) -> None:
    answer = plain(" Hello! ", buttons=[{"title": "Relief", "payload": "/relief"}])
    content = blocks.content(answer, knowledge.wording)
    assert content.blocks == (Paragraph("Hello!"),)
    assert content.buttons == (Button("Relief", "/relief"),)
    assert content.urgency is None


def test_a_message_without_words_has_no_blocks(knowledge: Knowledge) -> None:
    assert blocks.content(plain(" \n"), knowledge.wording).blocks == ()
