"""Tells the owner what is wrong with a connection: once, in a line that says what to do."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from crampwise.channels.chat.backoff import delays
from crampwise.channels.chat.trouble import Trouble

log = structlog.get_logger("crampwise.chat")


class Complaint:
    """Says a thing again only after it was well, or something else was wrong."""

    def __init__(self, service: str, explain: Callable[[Trouble], str]) -> None:
        """`explain` puts an error of `service` into words for the owner."""
        self._service, self._explain = service, explain
        self._said: str | None = None

    def say(self, trouble: Trouble) -> None:
        """Logs what `trouble` means, unless that was the last thing said."""
        line = self._explain(trouble)
        if line != self._said:
            self._said = line
            log.error(line)

    def withdraw(self) -> None:
        """Logs that all is well again, if it was not."""
        if self._said is not None:
            self._said = None
            log.warning(f"{self._service} works again.")


async def until_done(step: Callable[[], Awaitable[None]], complaint: Complaint) -> None:
    """Tries `step` until the service does it, more and more seldom."""
    waits = delays()
    while True:
        try:
            await step()
        except Trouble as trouble:
            complaint.say(trouble)
            await asyncio.sleep(trouble.retry_after or next(waits))
        else:
            complaint.withdraw()
            return
