"""Sets a message of the bot in Telegram's HTML, cut to its limits.

Telegram knows few tags (https://core.telegram.org/bots/api#html-style) and takes 4,096 characters a
message; each text goes with a plain form for a server that does not take the HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Union

from crampwise.channels.chat.blocks import (
    Block,
    Calls,
    Chart,
    Content,
    Evidence,
    Grid,
    Note,
    Paragraph,
    Points,
    Sources,
)
from crampwise.channels.chat.grid import lines
from crampwise.channels.chat.splitting import split

LIMIT = 3500  # characters with their tags; below Telegram's 4,096 so that one entity more fits
# Room for the longest wrapping of a line: <b> around a line of a block quotation.
ROOM = 100
_BOLD = re.compile(r"\*\*([^*\n]+)\*\*")
BULLET, PHONE = "• ", "📞 "


@dataclass(frozen=True)
class Text:
    """A message as HTML, and the same without tags."""

    html: str
    plain: str


@dataclass(frozen=True)
class Picture:
    """A chart, to be sent as a picture."""

    chart: Chart


Part = Union[Text, Picture]


@dataclass(frozen=True)
class _Line:
    html: str
    plain: str


@dataclass(frozen=True)
class _Set:
    """A block's lines, and the tag around them that each message closes and opens anew."""

    lines: tuple[_Line, ...]
    opening: str = ""
    closing: str = ""

    def html(self) -> str:
        return f"{self.opening}{_joined(line.html for line in self.lines)}{self.closing}"

    def plain(self) -> str:
        return _joined(line.plain for line in self.lines)


def length(html: str) -> int:
    """Characters as Telegram counts them: units of UTF-16."""
    return len(html.encode("utf-16-le", "surrogatepass")) // 2


def parts(content: Content) -> list[Part]:
    """The messages that make up `content`, in order; empty when it says nothing."""
    found: list[Part] = []
    held: list[_Set] = []
    for block in content.blocks:
        if isinstance(block, Chart):
            found += [*_messages(held), Picture(block)]
            held = []
        else:
            held += _set(block)
    return [*found, *_messages(held)]


def _messages(sets: list[_Set]) -> Iterator[Text]:
    """Blocks put together, a blank line between them, as long as they fit in one message."""
    held: list[_Set] = []
    size = 0
    for piece in (piece for whole in sets for piece in _cut(whole)):
        added = length(piece.html()) + len("\n\n")
        if held and size + added > LIMIT:
            yield _text(held)
            held, size = [], 0
        held.append(piece)
        size += added
    if held:
        yield _text(held)


def _text(sets: list[_Set]) -> Text:
    return Text("\n\n".join(s.html() for s in sets), "\n\n".join(s.plain() for s in sets))


def _cut(whole: _Set) -> Iterator[_Set]:
    """A block in pieces that fit in a message each, cut between its lines."""
    held: list[_Line] = []
    size = 0
    for line in whole.lines:
        added = length(line.html) + len("\n")
        if held and size + added > LIMIT - ROOM:
            yield _Set(tuple(held), whole.opening, whole.closing)
            held, size = [], 0
        held.append(line)
        size += added
    if held:
        yield _Set(tuple(held), whole.opening, whole.closing)


def _set(block: Block) -> Iterator[_Set]:
    if isinstance(block, Paragraph):
        before, after = ("<b>", "</b>") if block.strong else ("", "")
        yield _Set(tuple(_said(block.text, before=before, after=after)))
    elif isinstance(block, Points):
        points = [line for item in block.items for line in _said(item, BULLET)]
        yield _Set((*_heading(block.heading), *points))
    elif isinstance(block, Calls):
        yield _Set(tuple(line for label in block.labels for line in _said(label, PHONE)))
    elif isinstance(block, Evidence):
        label = f"{block.label}: "
        yield _Set(tuple(_said(block.text, label, before="<i>", after="</i>")))
    elif isinstance(block, Grid):
        yield from _fixed(block.caption, lines(block))
    elif isinstance(block, Note):
        yield from _fixed(block.title, list(block.lines))
    elif isinstance(block, Sources):
        links = [_link(source.title, source.url) for source in block.links]
        opening = "<blockquote expandable>"
        yield _Set((*_heading(block.heading), *links), opening, "</blockquote>")


def _said(text: str, mark: str = "", before: str = "", after: str = "") -> Iterator[_Line]:
    """`text` as lines short enough for a message, the first led by `mark`."""
    for number, piece in enumerate(split(text, LIMIT - 2 * ROOM - length(mark), _escaped_length)):
        lead = mark if number == 0 else ""
        html = f"{before}{escape(lead)}{_inline(piece)}{after}"
        yield _Line(html, lead + _BOLD.sub(r"\1", piece))


def _heading(text: str | None) -> tuple[_Line, ...]:
    return (_Line(f"<b>{escape(text)}</b>", text),) if text else ()


def _fixed(title: str, rows: list[str]) -> Iterator[_Set]:
    """Lines in characters of one width, which Telegram also offers to copy."""
    yield _Set(_heading(title))
    pieces = [piece for row in rows for piece in _rows(row)]
    yield _Set(tuple(_Line(escape(piece), piece) for piece in pieces), "<pre>", "</pre>")


def _rows(row: str) -> list[str]:
    """A line as it is, with its blanks, unless it is too long for a message."""
    most = LIMIT - 2 * ROOM
    return [row] if _escaped_length(row) <= most else split(row, most, _escaped_length)


def _link(title: str, url: str) -> _Line:
    return _Line(f'<a href="{escape(url)}">{escape(title)}</a>', f"{title}: {url}")


def _inline(text: str) -> str:
    """**bold** is all the markup that texts of the bot have."""
    return _BOLD.sub(r"<b>\1</b>", escape(text))


def _escaped_length(text: str) -> int:
    return length(_inline(text))


def _joined(rows: Iterator[str]) -> str:
    return "\n".join(rows)
