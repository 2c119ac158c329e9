"""What the bot finds in updates of Telegram: all that it ever acts upon."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Union


@dataclass(frozen=True)
class Place:
    """Where an answer goes: a chat, and in a forum the topic.

    `message` is what it refers to: in groups, where many people talk, the answer names it.
    """

    chat: int
    topic: int | None = None
    private: bool = True
    message: int | None = None


@dataclass(frozen=True)
class Post:
    """Something a person said to the bot.

    `key` is the same each time Telegram sends it. `command` is one of the bot's own; `text` what
    was typed else, None when there are no words. `unseen`: there is also something that the bot
    cannot see. `album` groups several pictures.
    """

    key: str
    place: Place
    person: int
    text: str | None = None
    command: str | None = None
    unseen: bool = False
    album: str | None = None


@dataclass(frozen=True)
class Tap:
    """A button was tapped. `title` is what it says; without a place it cannot be answered there."""

    key: str
    callback: str
    person: int
    data: str | None
    title: str | None = None
    place: Place | None = None


Found = Union[Post, Tap]
