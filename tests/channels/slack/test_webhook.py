"""Events that Slack posts: taken at once, and only from Slack."""

from __future__ import annotations

import asyncio
import json
import time

import aiohttp
import pytest

from crampwise.channels.desk import Desk
from crampwise.channels.slack import channel
from crampwise.channels.slack.channel import MOST_BODY, SlackInput
from crampwise.serving.settings import SlackSettings
from crampwise.store import Store
from tests.channels.listening import listening
from tests.channels.parrot import Parrot, until
from tests.channels.slack import kinds_ignored, kinds_spoken
from tests.channels.slack.events import (
    CHANNEL,
    NAME,
    body,
    button,
    event,
    mention,
    placed,
    said,
    slash,
    tap,
    window,
)
from tests.channels.slack.hook import FORM, JSON, Hook, signed
from tests.channels.slack.standin import APP_TOKEN, BOT_TOKEN, StandIn


async def test_every_way_of_speaking_is_answered(hook: Hook, slack: StandIn) -> None:
    assert await hook.deliver(said("hello")) == 200
    assert await hook.deliver(slash("hey", slack.reply_url(CHANNEL))) == 200
    assert await hook.deliver(window("hi")) == 200
    await until(lambda: len(slack.sent) == 3)
    assert sorted(hook.bot.heard) == ["hello", "hey", "hi"]


@pytest.mark.parametrize("charset", ["", "; charset=utf-8", ";charset=UTF-8"])
async def test_the_character_set_does_not_matter(hook: Hook, slack: StandIn, charset: str) -> None:
    assert await hook.deliver(said("hello ÄÖ"), charset) == 200
    assert await hook.deliver(window("hi ÄÖ"), charset) == 200
    await until(lambda: len(slack.sent) == 2)
    assert sorted(hook.bot.heard) == ["hello ÄÖ", "hi ÄÖ"]


async def test_slack_is_told_that_the_address_is_ours(hook: Hook) -> None:
    content = json.dumps({"type": "url_verification", "challenge": "abc"}).encode()
    status, text = await hook.post(content)
    assert (status, json.loads(text)) == (200, {"challenge": "abc"})


async def test_a_check_of_the_certificate_is_confirmed(hook: Hook) -> None:
    assert await hook.post(b"ssl_check=1&token=x", FORM) == (200, "")


@pytest.mark.parametrize("reason", ["http_timeout", "http_error", "connection_failed", "unknown"])
async def test_what_is_sent_again_for_any_reason_is_answered_once(
    hook: Hook, slack: StandIn, reason: str
) -> None:
    delivery = said("hello")
    retry = {"X-Slack-Retry-Num": "1", "X-Slack-Retry-Reason": reason}
    assert await hook.deliver(delivery) == 200
    assert await hook.deliver(delivery, **retry) == 200
    assert await hook.deliver(said("last")) == 200
    await until(lambda: len(slack.sent) == 2)
    assert hook.bot.heard == ["hello", "last"]


async def test_a_first_delivery_that_we_missed_is_answered(hook: Hook, slack: StandIn) -> None:
    retry = {"X-Slack-Retry-Num": "2", "X-Slack-Retry-Reason": "http_timeout"}
    assert await hook.deliver(said("hello"), **retry) == 200
    await until(lambda: slack.texts() == ["You said: hello"])


async def test_a_message_and_its_twin_at_the_same_time(hook: Hook, slack: StandIn) -> None:
    told = body(CHANNEL, text=f"{NAME} hello")
    twins = (event(told), event({**told, "type": "app_mention"}))
    assert set(await asyncio.gather(*(hook.deliver(one) for one in twins))) == {200}
    await hook.deliver(mention(f"{NAME} last", thread_ts=told["ts"]))
    await until(lambda: len(slack.sent) == 2)
    assert hook.bot.heard == ["hello", "last"]


CONTENT = json.dumps(said("forged")[1]).encode()


@pytest.mark.parametrize(
    "headers",
    [
        {},
        signed(CONTENT, secret="another"),
        signed(CONTENT + b" "),
        signed(CONTENT, age=301),
        signed(CONTENT, age=-900),
        {**signed(CONTENT), "X-Slack-Signature": "v0="},
        {**signed(CONTENT), "X-Slack-Signature": "v0=\xe9"},
        {**signed(CONTENT), "X-Slack-Request-Timestamp": "now"},
        {**signed(CONTENT), "X-Slack-Request-Timestamp": "9" * 400},
    ],
    ids=["none", "secret", "body", "old", "early", "empty", "letter", "word", "digits"],
)
async def test_nobody_else_can_post(hook: Hook, headers: dict[str, str]) -> None:
    status, _ = await hook.post(CONTENT, headers=headers)
    assert status == 401
    assert hook.bot.heard == []


async def test_it_answers_before_the_bot_does(hook: Hook, slack: StandIn) -> None:
    free = asyncio.Event()
    hook.bot.before = lambda text: free.wait()
    assert await hook.deliver(said("hello")) == 200
    assert slack.texts() == []
    free.set()
    await until(lambda: slack.texts() == ["You said: hello"])


async def test_every_kind_of_delivery_is_acknowledged(hook: Hook, slack: StandIn) -> None:
    kinds = [placed(delivery, slack.address) for _, _, delivery in kinds_spoken.KINDS]
    kinds += [delivery for _, delivery in kinds_ignored.KINDS]
    assert {await hook.deliver(delivery) for delivery in kinds} == {200}


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        (b"", JSON, 400),
        (b"{", JSON, 400),
        (b"[" * 100_000, JSON, 400),
        (b"null", JSON, 400),
        (b"[]", JSON, 400),
        (b"{}", JSON, 200),
        (b'{"event": ' + b'{"a":' * 500 + b"1" + b"}" * 501, JSON, 200),
        (b"{}", "text/plain", 400),
        (b"{}", "", 400),
        (b"payload=", FORM, 400),
        (b"payload=%7B%7D", FORM, 200),
        (b"command=%FF", FORM, 200),
        (b"=&&=", FORM, 200),
        (b" " * (MOST_BODY + 1), JSON, 413),
    ],
)
async def test_odd_bodies_do_no_harm(
    hook: Hook, slack: StandIn, content: bytes, kind: str, status: int
) -> None:
    found, _ = await hook.post(content, kind)
    assert found == status
    assert await hook.deliver(said("hello")) == 200
    await until(lambda: slack.texts() == ["You said: hello"])


async def test_bytes_that_are_no_text_are_refused(hook: Hook) -> None:
    headers = {"X-Slack-Request-Timestamp": str(int(time.time())), "X-Slack-Signature": "v0=1"}
    assert (await hook.post(b"\xff\xfe", headers=headers))[0] == 401


async def test_a_click_on_a_long_message_is_taken(hook: Hook, slack: StandIn) -> None:
    long = {"ts": "1.1", "blocks": [{"type": "section", "text": {"text": "Ж" * 20_000}}]}
    assert await hook.deliver(tap(button("gone"), message=long)) == 200
    await until(lambda: slack.texts() == ["You said: Which foods?"])


@pytest.mark.parametrize("on", [True, False])
async def test_without_a_signing_secret_there_is_no_address(
    on: bool, slack: StandIn, memory: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(channel, "store", lambda: memory)
    monkeypatch.setattr(channel, "desk", lambda: Desk(memory))
    settings = SlackSettings(BOT_TOKEN, APP_TOKEN, api_base=slack.base) if on else None
    blueprint = SlackInput(settings).blueprint(Parrot())
    async with (
        listening(blueprint, "/webhooks/slack") as address,
        aiohttp.ClientSession() as http,
        http.post(f"{address}/webhook", json={}) as response,
    ):
        assert response.status == 404
