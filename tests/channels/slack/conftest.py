"""What the tests of Slack share."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest

from crampwise.store import Store
from tests.channels.parrot import Parrot
from tests.channels.slack import standin
from tests.channels.slack.harness import Scene, behind
from tests.channels.slack.standin import StandIn


@pytest.fixture
async def slack() -> AsyncIterator[StandIn]:
    """Slack, on loopback."""
    async with standin.running() as found:
        yield found


@pytest.fixture
def memory() -> Iterator[Store]:
    """A store of the test's own."""
    found = Store("sqlite://")
    yield found
    found.close()


@pytest.fixture
async def scene(slack: StandIn, memory: Store) -> AsyncIterator[Scene]:
    """A bot that repeats what it hears, behind Slack."""
    async with behind(slack, memory, Parrot()) as found:
        yield found
