"""Socket Mode: in the background, however badly it goes."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from itertools import repeat
from typing import Any

import pytest

from crampwise.channels.chat import complaint
from crampwise.channels.desk import Desk
from crampwise.channels.slack import socket_mode
from crampwise.channels.slack.service import Slack
from crampwise.serving.settings import SlackSettings
from crampwise.store import Store
from tests.channels.parrot import Parrot, until
from tests.channels.slack.events import CHANNEL, EVENT, NAME, mention, said, slash
from tests.channels.slack.standin import APP_TOKEN, BOT_TOKEN, StandIn


@pytest.fixture(autouse=True)
def no_long_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tries again after a hundredth of a second."""
    monkeypatch.setattr(complaint, "delays", lambda: repeat(0.01))
    monkeypatch.setattr(socket_mode, "delays", lambda first: repeat(0.01))


@asynccontextmanager
async def connected(
    slack: StandIn, memory: Store, bot_token: str = BOT_TOKEN, app_token: str = APP_TOKEN
) -> AsyncIterator[Parrot]:
    """A bot that opens lines to `slack`."""
    bot = Parrot()
    settings = SlackSettings(bot_token, app_token, api_base=slack.base)
    found = Slack(settings, bot, memory, Desk(memory))
    await found.open()
    try:
        yield bot
    finally:
        await found.close()


@pytest.fixture
def said_in_log(caplog: pytest.LogCaptureFixture, capsys: Any) -> Callable[[], str]:
    """What the owner reads."""
    caplog.set_level(logging.INFO)
    return lambda: caplog.text + capsys.readouterr().out


async def test_what_comes_is_acknowledged_and_answered(slack: StandIn, memory: Store) -> None:
    async with connected(slack, memory):
        await slack.tell(*said("hello"))
        await slack.tell(*mention(f"{NAME} hi"))
        await slack.tell(*slash("hey", slack.reply_url(CHANNEL)))
        await until(lambda: len(slack.sent) == 3)
        assert slack.texts("D7") == ["You said: hello"]
        assert slack.texts(CHANNEL) == ["You said: hi"]
        assert slack.texts("only C50") == ["You said: hey"]
        assert slack.unacknowledged() == 0


async def test_it_acknowledges_before_the_bot_answers(slack: StandIn, memory: Store) -> None:
    free = asyncio.Event()
    async with connected(slack, memory) as bot:
        bot.before = lambda text: free.wait()
        await slack.tell(*said("hello"))
        await until(lambda: bot.heard and slack.unacknowledged() == 0)
        assert slack.texts() == []
        free.set()
        await until(lambda: slack.texts() == ["You said: hello"])


async def test_messages_keep_their_order(slack: StandIn, memory: Store) -> None:
    async with connected(slack, memory):
        for number in range(9):
            await slack.tell(*said(str(number)))
        await until(lambda: len(slack.sent) == 9)
    assert slack.texts() == [f"You said: {number}" for number in range(9)]


async def test_a_new_line_is_opened_when_slack_asks_for_it(slack: StandIn, memory: Store) -> None:
    async with connected(slack, memory):
        await until(lambda: slack.connected)
        for number in range(3):
            lines = slack.lines
            await slack.ask_for_a_new_line()
            await slack.tell(*said(str(number)))
            await until(lambda lines=lines: slack.lines > lines)
        await until(lambda: len(slack.sent) == 3)
    assert slack.texts() == ["You said: 0", "You said: 1", "You said: 2"]


async def test_a_lost_line_loses_and_doubles_nothing(
    slack: StandIn, memory: Store, said_in_log: Callable[[], str]
) -> None:
    async with connected(slack, memory):
        for number in range(6):
            await until(lambda: slack.connected)
            await slack.tell(*said(str(number)))
            if number % 2:
                slack.cut()
        await until(lambda: len(slack.sent) == 6 and slack.unacknowledged() == 0)
        assert slack.lines > 2
    assert "cannot be reached" not in said_in_log()
    assert slack.texts() == [f"You said: {number}" for number in range(6)]


async def test_what_comes_again_on_another_line_is_answered_once(
    slack: StandIn, memory: Store
) -> None:
    delivery = said("once")
    async with connected(slack, memory):
        for _ in range(3):
            await slack.tell(*delivery)
        await slack.tell(*said("last"))
        await until(lambda: len(slack.sent) == 2 and slack.unacknowledged() == 0)
    assert slack.texts() == ["You said: once", "You said: last"]


@pytest.mark.parametrize("fault", [500, 502, "drop", (429, 0), "internal_error", "invalid_auth"])
async def test_trouble_at_any_step_passes(slack: StandIn, memory: Store, fault: object) -> None:
    for method in ("auth.test", "apps.connections.open"):
        slack.faults[method] = [fault, fault]
    async with connected(slack, memory):
        await slack.tell(*said("hello"))
        await until(lambda: slack.texts() == ["You said: hello"])
        slack.faults["apps.connections.open"] = [fault] * 3
        slack.cut()
        await slack.tell(*said("again"))
        await until(lambda: slack.texts()[1:] == ["You said: again"])


@pytest.mark.parametrize("reason", ["link_disabled", "too_many_websockets"])
async def test_a_refusal_on_the_line_is_told_and_tried_again(
    slack: StandIn, memory: Store, reason: str, said_in_log: Callable[[], str]
) -> None:
    async with connected(slack, memory):
        await until(lambda: slack.connected)
        await slack.ask_for_a_new_line(reason)
        await until(lambda: slack.lines == 2)
        await slack.tell(*said("hello"))
        await until(lambda: slack.texts() == ["You said: hello"])
    told = said_in_log()
    assert told.count("Trying again.") == 1
    assert told.count("Slack works again") == 1


@pytest.mark.parametrize(
    ("tokens", "line"),
    [
        (("xoxb-wrong", APP_TOKEN), "does not know a token"),
        ((BOT_TOKEN, "xapp-wrong"), "does not know a token"),
        ((APP_TOKEN, BOT_TOKEN), "the other kind of token"),
    ],
)
async def test_a_wrong_token_is_told_in_one_line(
    slack: StandIn,
    memory: Store,
    tokens: tuple[str, str],
    line: str,
    said_in_log: Callable[[], str],
) -> None:
    async with connected(slack, memory, *tokens):
        await asyncio.sleep(0.1)
    told = said_in_log()
    assert told.count(line) == 1
    assert not [token for token in tokens if token in told]


async def test_a_slack_that_cannot_be_reached_is_told_in_one_line_and_does_no_harm(
    memory: Store, said_in_log: Callable[[], str]
) -> None:
    nowhere = StandIn()
    nowhere.address = "http://127.0.0.1:9"
    async with connected(nowhere, memory):
        await asyncio.sleep(0.1)
    told = said_in_log()
    assert told.count("Slack cannot be reached") == 1
    assert BOT_TOKEN not in told


async def test_odd_deliveries_do_not_keep_the_others_back(slack: StandIn, memory: Store) -> None:
    odd: list[Any] = [None, [], 5, "x", {"event": 5}, {"event": {"type": "message", "user": {}}}]
    async with connected(slack, memory):
        for payload in odd:
            await slack.tell(EVENT, payload)
            await slack.tell("something_new", payload)
        await slack.tell(*said("hello"))
        await until(lambda: slack.texts() == ["You said: hello"])
        assert slack.unacknowledged() == 0


async def test_what_is_in_hand_is_answered_before_the_bot_stops(
    slack: StandIn, memory: Store
) -> None:
    async with connected(slack, memory) as bot:
        bot.before = lambda text: asyncio.sleep(0.1)
        await slack.tell(*said("hello"))
        await until(lambda: bot.heard)
    assert slack.texts() == ["You said: hello"]
