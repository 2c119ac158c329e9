"""What the bot finds in what Slack sends: all that it ever acts upon."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Union


@dataclass(frozen=True)
class Place:
    """Where an answer goes.

    `channel` may be a person's id, which Slack takes for the conversation between the two. With a
    `reply_url` the answer is seen by the person alone, whether or not the bot is in the channel.
    """

    channel: str
    thread: str | None = None
    private: bool = True
    reply_url: str | None = None


@dataclass(frozen=True)
class Post:
    """Something a person said to the bot.

    `key` is the same each time Slack sends it. `command` is one of the bot's own; `text` what was
    typed else, None when there are no words. `unseen`: there is also something that the bot cannot
    see. `named`: it is meant for the bot whatever was said before; otherwise only where the bot was
    spoken to earlier.
    """

    key: str
    place: Place
    person: str
    text: str | None = None
    command: str | None = None
    unseen: bool = False
    named: bool = True


@dataclass(frozen=True)
class Tap:
    """A button was chosen. `title` is what it says; `shown` the message that has it, if known."""

    key: str
    place: Place
    person: str
    token: str
    title: str | None = None
    shown: dict[str, Any] | None = None


@dataclass(frozen=True)
class Opening:
    """Somebody chose the shortcut, to ask in a window. `text` is that of the message it is on."""

    key: str
    place: Place
    person: str
    trigger: str
    text: str = ""


@dataclass(frozen=True)
class Visit:
    """Somebody opened the bot's home. `edition` is that of the page they saw before."""

    key: str
    place: Place
    person: str
    edition: str = ""


Found = Union[Post, Tap, Opening, Visit]
