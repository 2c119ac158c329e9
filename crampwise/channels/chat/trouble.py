"""The root of what goes wrong between the bot and a chat service."""

from __future__ import annotations


class Trouble(Exception):
    """A call that did not succeed. Its text never holds a token.

    `passes` says whether another attempt may help; `retry_after` are the seconds after which the
    service wants to be asked again, where it said so.
    """

    passes: bool = True
    retry_after: float | None = None
