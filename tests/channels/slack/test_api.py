"""Calls are tried again when that can help, and tokens stay out of everything that is said."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import aiohttp
import pytest

from crampwise.channels.slack import api as module
from crampwise.channels.slack.api import Api, Refusal, SlackError, Unreachable
from tests.channels.slack.standin import APP_TOKEN, BOT_TOKEN, StandIn


@pytest.fixture
async def api(slack: StandIn) -> AsyncIterator[Api]:
    async with aiohttp.ClientSession() as http:
        yield Api(http, BOT_TOKEN, slack.base)


async def test_a_call_gives_its_answer_and_leaves_out_what_is_none(
    api: Api, slack: StandIn
) -> None:
    told = await api.call("chat.postMessage", channel="D7", text="hello", thread_ts=None)
    assert told["channel"] == "D7"
    assert slack.called("chat.postMessage") == [{"channel": "D7", "text": "hello"}]
    assert "chat:write" in api.headers["x-oauth-scopes"]


@pytest.mark.parametrize("fault", [500, 502, 503, "drop", "internal_error", "ratelimited"])
async def test_a_failing_server_is_tried_again(
    api: Api, slack: StandIn, waits: list[float], fault: object
) -> None:
    slack.faults["chat.postMessage"] = [fault, fault]
    await api.call("chat.postMessage", channel="D7", text="hello")
    assert slack.texts() == ["hello"]
    assert len(waits) == 2
    assert waits[1] > 0


async def test_the_wait_that_slack_asks_for_is_kept(
    api: Api, slack: StandIn, waits: list[float]
) -> None:
    slack.faults["chat.postMessage"] = [(429, 7), (429, 3)]
    slack.faults["reply"] = [(429, 2)]
    await api.call("chat.postMessage", channel="D7", text="hello")
    await api.reply(slack.reply_url("C1"), {"response_type": "ephemeral", "text": "a"})
    assert waits == [7, 3, 2]
    assert slack.texts() == ["hello", "a"]


@pytest.mark.parametrize("word", ["invalid_auth", "channel_not_found", "missing_scope"])
async def test_what_will_not_pass_is_not_tried_again(
    api: Api, slack: StandIn, waits: list[float], word: str
) -> None:
    slack.faults["auth.test"] = [word]
    with pytest.raises(Refusal) as refusal:
        await api.call("auth.test")
    assert refusal.value.code == word
    assert waits == []


async def test_an_answer_that_does_not_come_is_not_awaited_for_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "WITHIN", 0.05)
    server = await asyncio.start_server(lambda *streams: asyncio.sleep(9), "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with aiohttp.ClientSession() as http, server:
        with pytest.raises(Unreachable, match="no answer within"):
            await Api(http, BOT_TOKEN, f"http://127.0.0.1:{port}/api/").call("auth.test", tries=1)


@pytest.mark.parametrize(
    ("kind", "said"), [("text/plain", "hello"), ("application/json", "{"), ("text/html", "<p>")]
)
async def test_a_gateway_that_says_something_else_than_json(kind: str, said: str) -> None:
    async def answer(request: aiohttp.web.Request) -> aiohttp.web.Response:
        return aiohttp.web.Response(text=said, content_type=kind)

    app = aiohttp.web.Application()
    app.router.add_post("/api/auth.test", answer)
    runner = aiohttp.web.AppRunner(app)
    await runner.setup()
    await aiohttp.web.TCPSite(runner, "127.0.0.1", 0).start()
    async with aiohttp.ClientSession() as http:
        api = Api(http, BOT_TOKEN, f"http://127.0.0.1:{runner.addresses[0][1]}/api/")
        with pytest.raises(Unreachable, match="not JSON"):
            await api.call("auth.test", tries=1)
    await runner.cleanup()


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/api/", "http://127.0.0.1:1/x y/"])
async def test_no_error_holds_the_token(address: str) -> None:
    async with aiohttp.ClientSession() as http:
        with pytest.raises(SlackError) as error:
            await Api(http, BOT_TOKEN, address).call("auth.test", tries=1)
    assert BOT_TOKEN not in repr(error.value) + str(error.value)
    assert error.value.__cause__ is None


async def test_a_proxy_of_the_environment_is_not_forced_upon_calls(
    slack: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    async with aiohttp.ClientSession() as http:
        assert (await Api(http, APP_TOKEN, slack.base).open_line()).startswith("ws://")
