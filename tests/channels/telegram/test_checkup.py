"""What `crampwise doctor` says of Telegram."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from typing import Any

import pytest

from crampwise.channels.telegram.checkup import checkup
from crampwise.cli import doctor
from crampwise.serving.settings import TelegramSettings
from tests.channels.findings import told
from tests.channels.telegram import standin
from tests.channels.telegram.standin import TOKEN, StandIn

URL = "https://bot.example.org/webhooks/telegram/webhook"


async def seen(telegram: StandIn, **settings: Any) -> dict[str, str]:
    """What is not well, with the advice; and under "" all that is well."""
    given = {"token": TOKEN, "api_base": telegram.address, **settings}
    return told(await checkup(TelegramSettings(**given)))


async def test_without_a_token_it_says_where_to_begin() -> None:
    [finding] = await checkup(None)
    assert finding.well
    assert "docs/telegram.md" in finding.seen


async def test_a_bot_that_asks_for_messages_is_well(telegram: StandIn) -> None:
    found = await seen(telegram)
    assert list(found) == [""]
    assert "@CrampwiseBot" in found[""]
    assert "will ask Telegram" in found[""]
    assert "clock agrees" in found[""]


async def test_a_webhook_of_before_is_told(telegram: StandIn) -> None:
    telegram.webhook = {"url": "https://old.example.org/"}
    assert "https://old.example.org/ will be taken away" in (await seen(telegram))[""]


async def test_a_wrong_token_comes_with_the_way_to_the_right_one(telegram: StandIn) -> None:
    found = await seen(telegram, token="4242:wrong")
    assert "@BotFather" in found["Telegram does not know the token in TELEGRAM_BOT_TOKEN."]


async def test_a_telegram_that_cannot_be_reached_is_told() -> None:
    nowhere = StandIn()
    nowhere.address = "http://127.0.0.1:9"
    found = await seen(nowhere)
    assert next(iter(found)).startswith("http://127.0.0.1:9 cannot be asked")


@pytest.mark.parametrize(
    ("webhook", "line"),
    [
        ({}, "Telegram posts messages to nobody, not to"),
        ({"url": "https://other.example.org"}, "Telegram posts messages to https://other"),
        ({"url": URL, "last_error_message": "Connection refused"}, "Connection refused"),
    ],
)
async def test_a_webhook_that_does_not_work_is_told(
    telegram: StandIn, webhook: dict[str, str], line: str
) -> None:
    telegram.webhook = webhook
    found = await seen(telegram, webhook_url=URL, webhook_secret="s")
    assert line in next(iter(found))


async def test_a_webhook_that_works_is_well(telegram: StandIn) -> None:
    telegram.webhook = {"url": URL}
    found = await seen(telegram, webhook_url=URL, webhook_secret="s")
    assert list(found) == [""]
    assert f"posts messages to {URL}" in found[""]


async def test_a_bot_that_hears_whole_groups_is_told(
    telegram: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(standin.BOT, "can_read_all_group_messages", True)
    assert "/setprivacy" in next(iter((await seen(telegram)).values()))


def test_the_command_ends_with_1_when_something_is_to_be_mended(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    monkeypatch.setenv("TELEGRAM_API_BASE", "http://127.0.0.1:9")
    assert doctor.run(Namespace()) == 1
    shown = capsys.readouterr().out
    assert "MEND  http://127.0.0.1:9 cannot be asked" in shown
    assert TOKEN not in shown


def test_the_command_ends_with_0_when_all_is_well(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async def look() -> bool:
        async with standin.running() as telegram:
            monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
            monkeypatch.setenv("TELEGRAM_API_BASE", telegram.address)
            return await asyncio.to_thread(doctor.run, Namespace()) == 0

    assert asyncio.run(look())
    assert "ok    The token is right" in capsys.readouterr().out
