"""An answer as a row of blocks that a chat service sets in its own way.

`content` reads the form that `crampwise.channels.rendering.web` writes and every channel gets: with
`parts` when it answers a question, without when it is a response of `domain.yml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Union

from crampwise.answers.types import Bar, Chart, Note, Urgency


@dataclass(frozen=True)
class Button:
    """What it says, and what choosing it means to Rasa."""

    title: str
    payload: str


@dataclass(frozen=True)
class Paragraph:
    """Running text; `strong` is the first line of an answer that must not be overlooked."""

    text: str
    strong: bool = False


@dataclass(frozen=True)
class Points:
    """A list of sentences, under a heading or none."""

    items: tuple[str, ...]
    heading: str | None = None


@dataclass(frozen=True)
class Calls:
    """Whom to ring; each label holds the number as people write it."""

    labels: tuple[str, ...]


@dataclass(frozen=True)
class Evidence:
    """How strong the proof is, in a word or two, and what was studied."""

    label: str
    text: str


@dataclass(frozen=True)
class Grid:
    """A table."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Source:
    title: str
    url: str


@dataclass(frozen=True)
class Sources:
    heading: str
    links: tuple[Source, ...]


Block = Union[Paragraph, Points, Calls, Evidence, Grid, Chart, Note, Sources]


@dataclass(frozen=True)
class Content:
    """One message of the bot."""

    blocks: tuple[Block, ...]
    buttons: tuple[Button, ...] = ()
    urgency: Urgency | None = None


def content(answer: dict[str, Any], wording: dict[str, str]) -> Content:
    """`answer` as `/chat/messages` has it. `wording` gives the headings (see wording.yml)."""
    parts = answer.get("parts")
    if parts is None:
        text = answer["text"].strip()
        blocks: tuple[Block, ...] = (Paragraph(text),) if text else ()
    else:
        blocks = tuple(_blocks(answer, parts, wording))
    buttons = tuple(Button(button["title"], button["payload"]) for button in answer["buttons"])
    return Content(blocks, buttons, answer["urgency"])


def _blocks(
    answer: dict[str, Any], parts: dict[str, Any], wording: dict[str, str]
) -> Iterator[Block]:
    """The same order everywhere: what to do first, what it rests on last."""
    urgency = answer["urgency"]
    if urgency:
        yield Paragraph(wording[f"chat_{urgency}"], strong=True)
    yield Paragraph(parts["short"])
    if parts.get("calls"):
        yield Calls(tuple(call["label"] for call in parts["calls"]))
    if parts.get("details"):
        yield Points(tuple(parts["details"]))
    if chart := parts.get("chart"):
        need = chart.get("need")
        yield Chart(
            chart["caption"],
            chart["unit"],
            tuple(Bar(bar["label"], float(bar["value"])) for bar in chart["bars"]),
            Bar(need["label"], float(need["value"])) if need else None,
        )
    if table := parts.get("table"):
        rows = tuple(tuple(str(cell) for cell in row) for row in table["rows"])
        yield Grid(table["caption"], tuple(table["columns"]), rows)
    if parts.get("cautions"):
        yield Points(tuple(parts["cautions"]), wording["caution_heading"])
    if evidence := parts.get("evidence"):
        yield Evidence(evidence["label"], evidence["text"])
    if note := parts.get("note"):
        yield Note(note["title"], tuple(note["lines"]))
    if answer["sources"]:
        links = tuple(Source(source["title"], source["url"]) for source in answer["sources"])
        yield Sources(wording["sources_heading"], links)
