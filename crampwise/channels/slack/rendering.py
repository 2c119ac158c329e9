"""Sets a message of the bot in Slack's Block Kit, cut to its limits.

The limits are those of https://docs.slack.dev/reference/block-kit/. Each message goes with all of
it as plain text, for notifications and for those who have Slack read to them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Union

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
from crampwise.channels.chat.chart import spoken
from crampwise.channels.chat.grid import lines
from crampwise.channels.chat.splitting import split
from crampwise.channels.slack import buttons, words

SECTION, HEADER, CONTEXT = 3000, 150, 2000  # characters of a block's text with its marks
MESSAGE = 9000  # characters of a message; Slack refuses much longer ones though each block fits
BLOCKS = 40  # of a message, which may have 50, so that there is room for buttons
BULLET, PHONE = "• ", "📞 "
Set = Callable[[str], str]


@dataclass(frozen=True)
class Message:
    """Blocks, and the same as plain text."""

    blocks: tuple[dict[str, Any], ...]
    text: str


@dataclass(frozen=True)
class Picture:
    """A chart, to be sent as a picture."""

    chart: Chart


Part = Union[Message, Picture]


def parts(
    content: Content, choices: Sequence[tuple[str, str]] = (), pictures: bool = True
) -> list[Part]:
    """The messages that make up `content`, in order, with titles and tokens of its buttons.

    Without `pictures` charts are said in words. Empty when there is nothing to say.
    """
    found: list[Part] = []
    held: list[Message] = []
    for block in content.blocks:
        if isinstance(block, Chart) and pictures:
            found += [*_joined(held), Picture(block)]
            held = []
        else:
            held += _set(block)
    if choices:
        titles = "\n".join(title for title, _ in choices)
        held.append(Message(tuple(buttons.blocks(choices)), titles))
    return [*found, *_joined(held)]


def _joined(pieces: list[Message]) -> Iterator[Message]:
    """Pieces put together, as long as they fit in one message."""
    held: list[Message] = []
    for piece in pieces:
        more = [*held, piece]
        size = sum(len(words.escaped(one.text)) for one in more)
        if held and (size > MESSAGE or sum(len(one.blocks) for one in more) > BLOCKS):
            yield _one(held)
            more = [piece]
        held = more
    if held:
        yield _one(held)


def _one(pieces: list[Message]) -> Message:
    blocks = tuple(block for piece in pieces for block in piece.blocks)
    return Message(blocks, "\n\n".join(piece.text for piece in pieces))


def _set(block: Block) -> Iterator[Message]:
    if isinstance(block, Paragraph):
        yield from _header(block.text) if block.strong else _sections(block.text)
    elif isinstance(block, Points):
        points = "\n".join(f"{BULLET}{item}" for item in block.items)
        if block.heading:
            yield from _sections(f"**{block.heading}**\n{points}", _quoted)
        else:
            yield from _sections(points)
    elif isinstance(block, Calls):
        yield from _sections("\n".join(f"{PHONE}**{label}**" for label in block.labels))
    elif isinstance(block, Evidence):
        yield from _context(f"**{block.label}:** {block.text}")
    elif isinstance(block, Grid):
        yield from _sections(f"**{block.caption}**")
        yield from _sections("\n".join(lines(block)), _fixed)
    elif isinstance(block, Note):
        yield from _sections("\n".join([f"**{block.title}**", *block.lines]))
    elif isinstance(block, Chart):
        yield from _sections(spoken(block))
    elif isinstance(block, Sources):
        yield from _sources(block)


def _header(text: str) -> Iterator[Message]:
    for piece in split(words.plain(text), HEADER):
        shown = words.unmarked(piece)
        yield Message(({"type": "header", "text": shown},), piece)


def _sections(text: str, set_in: Set = words.mrkdwn) -> Iterator[Message]:
    """`text` in as few sections as hold it."""
    for piece in split(text, SECTION, lambda one: len(set_in(one))):
        yield Message(({"type": "section", "text": _mrkdwn(set_in(piece))},), words.plain(piece))


def _context(text: str) -> Iterator[Message]:
    for piece in split(text, CONTEXT, lambda one: len(words.mrkdwn(one))):
        yield Message((_small(words.mrkdwn(piece)),), words.plain(piece))


def _sources(block: Sources) -> Iterator[Message]:
    """A line a source. A line is not cut, for a piece of a link leads nowhere."""
    heading = f"*{words.escaped(block.heading)}*"
    held, told = [heading], [block.heading]
    for source in block.links:
        line = words.link(source.title, source.url)
        if len("\n".join([*held, line])) > CONTEXT:
            yield Message((_small("\n".join(held)),), "\n".join(told))
            held, told = [], []
        held.append(line)
        told.append(f"{source.title}: {source.url}")
    yield Message((_small("\n".join(held)),), "\n".join(told))


def _quoted(text: str) -> str:
    """With a bar beside it, which sets it apart."""
    return "\n".join(f"> {line}" for line in words.mrkdwn(text).split("\n"))


def _fixed(text: str) -> str:
    """In characters of one width."""
    return f"```{words.escaped(text)}```"


def _small(text: str) -> dict[str, Any]:
    return {"type": "context", "elements": [_mrkdwn(text)]}


def _mrkdwn(text: str) -> dict[str, Any]:
    # Verbatim: Slack makes no links and no names of people out of what was only said.
    return {"type": "mrkdwn", "text": text, "verbatim": True}
