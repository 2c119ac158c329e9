"""One turn at a time for each conversation.

Rasa's own lock makes concurrent messages of one sender poll once a second; waiting here is instant.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

MOST_WAITING = 20  # messages of one conversation behind the one in hand: about a second


class QueueFull(Exception):
    """Too many messages of one conversation wait already."""


class Queues:
    """Locks by conversation, kept only while somebody holds or awaits them."""

    def __init__(self, most_waiting: int = MOST_WAITING) -> None:
        self._locks: dict[str, tuple[asyncio.Lock, int]] = {}
        self._most = most_waiting

    @property
    def waiting(self) -> int:
        """How many messages wait behind another of their conversation."""
        return sum(users - 1 for _, users in self._locks.values())

    @asynccontextmanager
    async def turn(self, conversation: str) -> AsyncIterator[None]:
        """Waits until the earlier messages of `conversation` are answered. Raises QueueFull."""
        lock, users = self._locks.get(conversation) or (asyncio.Lock(), 0)
        if users > self._most:
            raise QueueFull
        self._locks[conversation] = (lock, users + 1)
        try:
            async with lock:
                yield
        finally:
            lock, users = self._locks[conversation]
            if users == 1:
                del self._locks[conversation]
            else:
                self._locks[conversation] = (lock, users - 1)
