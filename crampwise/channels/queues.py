"""One turn at a time for each conversation, and few for each address.

Rasa's own lock makes concurrent messages of one sender poll once a second; waiting here is instant.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

MOST_WAITING = 20  # messages of one key behind those in hand: about a second


class QueueFull(Exception):
    """Too many messages of one key wait already."""


class Queues:
    """Who may go on, by a key, kept only while somebody goes on or waits."""

    def __init__(self, most_waiting: int = MOST_WAITING, at_once: int = 1) -> None:
        """`at_once` messages of one key go on together, `most_waiting` more may wait."""
        self._gates: dict[str, tuple[asyncio.Semaphore, int]] = {}
        self._most, self._at_once = most_waiting, at_once

    @property
    def waiting(self) -> int:
        """How many messages wait behind others of their key."""
        return sum(max(0, users - self._at_once) for _, users in self._gates.values())

    @asynccontextmanager
    async def turn(self, key: str) -> AsyncIterator[None]:
        """Waits until the earlier messages of `key` are answered. Raises QueueFull."""
        gate, users = self._gates.get(key) or (asyncio.Semaphore(self._at_once), 0)
        if users >= self._at_once + self._most:
            raise QueueFull
        self._gates[key] = (gate, users + 1)
        try:
            async with gate:
                yield
        finally:
            gate, users = self._gates[key]
            if users == 1:
                del self._gates[key]
            else:
                self._gates[key] = (gate, users - 1)
