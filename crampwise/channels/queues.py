"""One turn at a time for each conversation, and for each address.

Rasa's own lock makes concurrent messages of one sender poll once a second; waiting here is instant.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

MOST_WAITING = 20  # messages of one key behind the one in hand: about a second


class QueueFull(Exception):
    """Too many messages of one key wait already."""


class Queues:
    """Who may go on, by a key, kept only while somebody goes on or waits."""

    def __init__(self, most_waiting: int = MOST_WAITING) -> None:
        """`most_waiting` messages of one key may wait behind the one being answered."""
        self._gates: dict[str, tuple[asyncio.Lock, int]] = {}
        self._most = most_waiting

    @property
    def waiting(self) -> int:
        """How many messages wait behind others of their key."""
        return sum(users - 1 for _, users in self._gates.values())

    @asynccontextmanager
    async def turn(self, key: str) -> AsyncIterator[None]:
        """Waits until the earlier messages of `key` are answered. Raises QueueFull."""
        gate, users = self._gates.get(key) or (asyncio.Lock(), 0)
        if users > self._most:
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
