"""What the tests of Telegram share."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from crampwise.store import Store
from tests.channels.parrot import Parrot
from tests.channels.telegram import standin
from tests.channels.telegram.harness import Scene, behind
from tests.channels.telegram.standin import StandIn


@pytest.fixture
async def telegram() -> AsyncIterator[StandIn]:
    """Telegram, on loopback."""
    async with standin.running() as found:
        yield found


@pytest.fixture
async def scene(telegram: StandIn, memory: Store) -> AsyncIterator[Scene]:
    """A bot that repeats what it hears, behind Telegram."""
    async with behind(telegram, memory, Parrot()) as found:
        yield found
