"""Asking Telegram for updates: in the background, however badly it goes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import repeat
from typing import Any

import pytest

from crampwise.channels.chat import complaint
from crampwise.channels.desk import Desk
from crampwise.channels.telegram import polling
from crampwise.channels.telegram.service import Telegram
from crampwise.serving.settings import TelegramSettings
from crampwise.store import Store
from tests.channels.parrot import Parrot, until
from tests.channels.telegram.standin import TOKEN, StandIn
from tests.channels.telegram.updates import GROUP, mention, said, tap, update


@pytest.fixture(autouse=True)
def no_long_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tries again after a hundredth of a second."""
    for module in (polling, complaint):
        monkeypatch.setattr(module, "delays", lambda: repeat(0.01))


@asynccontextmanager
async def polled(telegram: StandIn, memory: Store, token: str = TOKEN) -> AsyncIterator[Parrot]:
    """A bot that asks `telegram` for updates."""
    bot = Parrot()
    found = Telegram(TelegramSettings(token, telegram.address), bot, memory, Desk(memory))
    await found.open()
    try:
        yield bot
    finally:
        await found.close()


async def said_in_the_log(capsys: pytest.CaptureFixture[str], words: str) -> str:
    """The log, as soon as it holds `words`, and what comes in the next tenth of a second."""
    told: list[str] = []

    def holds() -> bool:
        told.append(capsys.readouterr().out)
        return words in "".join(told)

    await until(holds)
    await asyncio.sleep(0.1)
    holds()
    return "".join(told)


async def test_the_bot_introduces_itself_and_answers(telegram: StandIn, memory: Store) -> None:
    async with polled(telegram, memory):
        telegram.tell(said("hello"))
        telegram.tell(mention("@crampwisebot hi"))
        await until(lambda: len(telegram.sent) == 2)
        assert telegram.texts(7) == ["You said: hello"]
        assert telegram.texts(GROUP["id"]) == ["You said: hi"]
        await until(lambda: telegram.unconfirmed() == 0)
        assert len(telegram.called("getMe")) == 1
        commands = [entry["command"] for entry in telegram.called("setMyCommands")[0]["commands"]]
        assert commands == ["start", "help", "forget", "stop"]
        assert telegram.called("sendChatAction")[0] == {"chat_id": 7, "action": "typing"}
        asked = telegram.called("getUpdates")[0]
        assert asked["allowed_updates"] == ["message", "callback_query"]


async def test_a_webhook_that_was_set_before_is_taken_away(
    telegram: StandIn, memory: Store
) -> None:
    telegram.webhook = {"url": "https://old.example.org/"}
    async with polled(telegram, memory):
        telegram.tell(said("hello"))
        await until(lambda: telegram.texts() == ["You said: hello"])


async def test_a_network_with_a_proxy_is_left_through_it(
    telegram: StandIn, memory: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", telegram.address)
    monkeypatch.setenv("NO_PROXY", "")
    telegram.address = "http://telegram.invalid"
    async with polled(telegram, memory):
        telegram.tell(said("hello"))
        await until(lambda: telegram.texts() == ["You said: hello"])


@pytest.mark.parametrize("fault", [500, 502, "drop", (429, 0), 409, 401])
async def test_trouble_at_any_step_passes(telegram: StandIn, memory: Store, fault: object) -> None:
    for method in ("getMe", "deleteWebhook", "setMyCommands", "getUpdates"):
        telegram.faults[method] = [fault, fault]
    async with polled(telegram, memory):
        telegram.tell(said("hello"))
        await until(lambda: telegram.texts() == ["You said: hello"])
        telegram.faults["getUpdates"] = [fault] * 3
        telegram.tell(said("again"))
        await until(lambda: telegram.texts()[1:] == ["You said: again"])


async def test_a_telegram_that_cannot_be_reached_is_told_in_one_line_and_does_no_harm(
    memory: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    nowhere = StandIn()
    nowhere.address = "http://127.0.0.1:9"
    async with polled(nowhere, memory):
        told = await said_in_the_log(capsys, "cannot be reached")
    assert told.count("Telegram cannot be reached") == 1
    assert TOKEN not in told


async def test_a_wrong_token_is_told_in_one_line(
    telegram: StandIn, memory: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    async with polled(telegram, memory, token="4242:wrong"):
        told = await said_in_the_log(capsys, "does not know the token")
    assert told.count("does not know the token in TELEGRAM_BOT_TOKEN") == 1
    assert "4242:wrong" not in told


async def test_a_webhook_that_another_program_sets_meanwhile_is_told(
    telegram: StandIn, memory: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    async with polled(telegram, memory):
        await until(lambda: telegram.called("getUpdates"))
        telegram.webhook = {"url": "https://elsewhere.example.org/"}
        telegram.tell(said("hello"))
        told = await said_in_the_log(capsys, "webhook")
    assert told.count("start this one again, which takes the webhook away") == 1


async def test_when_it_is_well_again_that_is_told_too(
    telegram: StandIn, memory: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    telegram.faults["getMe"] = [500]
    async with polled(telegram, memory):
        await until(lambda: telegram.called("getUpdates"))
    assert capsys.readouterr().out.count("Telegram works again") == 1


async def test_updates_that_come_twice_and_odd_ones_do_not_keep_the_others_back(
    telegram: StandIn, memory: Store
) -> None:
    telegram.hold = False
    first = said("first")
    odd: list[Any] = [first, update(message=5), update(callback_query=[]), {"update_id": 1}]
    async with polled(telegram, memory):
        for happened in (first, *odd, tap("x", {}), said("last")):
            telegram.tell(happened)
        await until(lambda: telegram.texts() == ["You said: first", "You said: last"])


async def test_what_is_in_hand_is_answered_before_the_bot_stops(
    telegram: StandIn, memory: Store
) -> None:
    async with polled(telegram, memory) as bot:
        bot.before = lambda text: asyncio.sleep(0.1)
        telegram.tell(said("hello"))
        await until(lambda: bot.heard)
    assert telegram.texts() == ["You said: hello"]


async def test_a_line_that_breaks_once_is_nothing_to_tell(
    telegram: StandIn, memory: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    async with polled(telegram, memory):
        await until(lambda: telegram.called("getUpdates"))
        telegram.faults["getUpdates"] = ["drop"]
        telegram.tell(said("hello"))
        telegram.tell(said("again"))
        await until(lambda: len(telegram.sent) == 2 and not telegram.faults["getUpdates"])
        assert "cannot be reached" not in capsys.readouterr().out
        telegram.faults["getUpdates"] = ["drop", "drop"]
        telegram.tell(said("once more"))
        assert "Telegram cannot be reached" in await said_in_the_log(capsys, "cannot be reached")
        await until(lambda: len(telegram.sent) == 3)
