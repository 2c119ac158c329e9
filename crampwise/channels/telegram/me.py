"""Who the bot is on Telegram."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Me:
    """The bot's id, and its user name without the @ in lower case."""

    id: int
    name: str
