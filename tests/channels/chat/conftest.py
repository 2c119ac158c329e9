"""A bot on each of the services."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from crampwise.store import Store
from tests.channels.chats import CHATS, Chat
from tests.channels.parrot import Parrot


@pytest.fixture(params=CHATS)
async def chat(request: pytest.FixtureRequest) -> AsyncIterator[Chat]:
    """One of the services, on loopback."""
    async with CHATS[request.param]() as found:
        yield found


@pytest.fixture
async def scene(chat: Chat, memory: Store) -> AsyncIterator[Any]:
    """A bot there that repeats what it hears."""
    async with chat.behind(chat.stand_in, memory, Parrot()) as found:
        yield found
