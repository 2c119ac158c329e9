"""The soak in short: many people at once, lines lost at random, nothing lost or doubled."""

from __future__ import annotations

import asyncio
import random
from itertools import repeat

import pytest

from benchmarks.soak import Plan, soak
from benchmarks.soak_bot import LOST
from benchmarks.soak_slack import People
from crampwise.channels.chat import trying
from crampwise.channels.desk import Desk
from crampwise.channels.slack import socket_mode
from crampwise.channels.slack.service import Slack
from crampwise.serving.settings import SlackSettings
from crampwise.store import Store
from tests.channels.parrot import Parrot
from tests.channels.slack.standin import APP_TOKEN, BOT_TOKEN, StandIn

WORDS = [f"question {number}" for number in range(20)]


async def test_many_people_are_answered_once_and_in_order(
    slack: StandIn, memory: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    random.seed(4)
    for module in (trying, socket_mode):
        monkeypatch.setattr(module, "delays", lambda *bounds: repeat(0.02))
    people = People(slack)
    people.spoil()
    slack.fault = lambda method: random.choice(["drop", 500]) if random.random() < LOST else None
    settings = SlackSettings(BOT_TOKEN, APP_TOKEN, api_base=slack.base)
    service = Slack(settings, Parrot(), memory, Desk(memory))
    await service.open()
    asyncio.get_running_loop().call_later(0.5, slack.cut)  # chance alone may spare every line
    answers = {words: f"You said: {words}" for words in WORDS}
    outcome = await soak(people, answers, Plan(20, 160, a_second=80))
    await service.close()
    assert (outcome.unanswered, outcome.wrong) == (0, 0)
    assert len(outcome.waits) == 160
    assert slack.lines > 1
    assert memory.waiting("slack") == []
