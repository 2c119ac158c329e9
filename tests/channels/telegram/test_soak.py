"""The soak in short: many people at once, connections lost at random, nothing lost or doubled."""

from __future__ import annotations

import random
from itertools import repeat

import pytest

from benchmarks.soak import Plan, soak
from benchmarks.soak_bot import LOST
from benchmarks.soak_telegram import People
from crampwise.channels.chat import trying
from crampwise.channels.desk import Desk
from crampwise.channels.telegram import polling
from crampwise.channels.telegram.service import Telegram
from crampwise.serving.settings import TelegramSettings
from crampwise.store import Store
from tests.channels.telegram.harness import Parrot
from tests.channels.telegram.standin import TOKEN, StandIn

WORDS = [f"question {number}" for number in range(20)]


async def test_many_people_are_answered_once_and_in_order(
    telegram: StandIn, memory: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    random.seed(4)
    for module in (trying, polling):
        monkeypatch.setattr(module, "delays", lambda *bounds: repeat(0.02))
    telegram.fault = lambda method: random.choice(["drop", 500]) if random.random() < LOST else None
    settings = TelegramSettings(TOKEN, telegram.address)
    service = Telegram(settings, Parrot(), memory, Desk(memory))
    await service.open()
    answers = {words: f"You said: {words}" for words in WORDS}
    outcome = await soak(People(telegram), answers, Plan(30, 300, a_second=150))
    await service.close()
    assert (outcome.unanswered, outcome.wrong) == (0, 0)
    assert len(outcome.waits) == 300
    assert memory.waiting("telegram") == []
