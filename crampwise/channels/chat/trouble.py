"""The root of what goes wrong between the bot and a chat service."""

from __future__ import annotations


class Trouble(Exception):
    """A call that did not succeed. Its text never holds a token.

    `passes` says whether another attempt may help, and `for_owner` whether only the owner can mend
    it, such as a token that is taken no more. `retry_after` are the seconds after which the service
    wants to be asked again, where it said so.
    """

    passes: bool = True
    for_owner: bool = False
    retry_after: float | None = None
