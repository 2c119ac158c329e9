"""What the tests of Slack share."""

from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import pytest

from crampwise.channels.desk import Desk
from crampwise.channels.slack import channel
from crampwise.channels.slack.channel import SlackInput
from crampwise.serving.settings import SlackSettings
from crampwise.store import Store
from tests.channels.listening import listening
from tests.channels.parrot import Parrot
from tests.channels.slack import standin
from tests.channels.slack.harness import Scene, behind
from tests.channels.slack.hook import Hook
from tests.channels.slack.standin import BOT_TOKEN, SECRET, StandIn


@pytest.fixture
async def slack() -> AsyncIterator[StandIn]:
    """Slack, on loopback."""
    async with standin.running() as found:
        yield found


@pytest.fixture
async def scene(slack: StandIn, memory: Store) -> AsyncIterator[Scene]:
    """A bot that repeats what it hears, behind Slack."""
    async with behind(slack, memory, Parrot()) as found:
        yield found


@pytest.fixture
async def hook(
    slack: StandIn, memory: Store, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Hook]:
    monkeypatch.setattr(channel, "store", lambda: memory)
    monkeypatch.setattr(channel, "desk", lambda: Desk(memory))
    bot = Parrot()
    settings = SlackSettings(BOT_TOKEN, None, SECRET, slack.base)
    blueprint = SlackInput(settings).blueprint(bot)
    async with (
        listening(blueprint, "/webhooks/slack") as address,
        aiohttp.ClientSession() as http,
    ):
        yield Hook(f"{address}/webhook", http, bot)
