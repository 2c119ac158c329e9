"""Updates that Telegram posts: taken at once, and only from Telegram."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest

from crampwise.channels.desk import Desk
from crampwise.channels.telegram import channel
from crampwise.channels.telegram.channel import MOST_BODY, SECRET_HEADER, TelegramInput
from crampwise.serving.settings import TelegramSettings
from crampwise.store import Store
from tests.channels.listening import listening
from tests.channels.parrot import Parrot, until
from tests.channels.telegram import kinds_ignored, kinds_spoken
from tests.channels.telegram.standin import TOKEN, StandIn
from tests.channels.telegram.updates import body, said
from tests.server import free_port

SECRET = "a-Secret_1"


@dataclass
class Hook:
    """A bot that listens."""

    url: str
    http: aiohttp.ClientSession
    bot: Parrot

    async def post(self, content: Any, secret: str | None = SECRET) -> int:
        headers = {} if secret is None else {SECRET_HEADER: secret}
        how = {"data": content} if isinstance(content, bytes) else {"json": content}
        async with self.http.post(self.url, headers=headers, **how) as response:
            assert b"Traceback" not in await response.read()
            return response.status


@pytest.fixture
async def hook(
    telegram: StandIn, memory: Store, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Hook]:
    monkeypatch.setattr(channel, "store", lambda: memory)
    monkeypatch.setattr(channel, "desk", lambda: Desk(memory))
    port, bot = free_port(), Parrot()
    url = f"http://127.0.0.1:{port}/webhooks/telegram/webhook"
    settings = TelegramSettings(TOKEN, telegram.address, url, SECRET)
    blueprint = TelegramInput(settings).blueprint(bot)
    async with listening(blueprint, "/webhooks/telegram", port), aiohttp.ClientSession() as http:
        yield Hook(url, http, bot)


async def test_the_webhook_is_set_and_its_updates_are_answered(
    hook: Hook, telegram: StandIn
) -> None:
    await until(lambda: telegram.webhook)
    assert telegram.webhook["secret_token"] == SECRET
    assert telegram.webhook["allowed_updates"] == ["message", "callback_query"]
    assert await telegram.deliver(hook.http, said("hello")) == 200
    await until(lambda: telegram.texts() == ["You said: hello"])


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET + "x", SECRET.lower(), "\xe9"])
async def test_nobody_else_can_post_updates(hook: Hook, secret: str | None) -> None:
    assert await hook.post(said("forged"), secret) == 403
    assert hook.bot.heard == []


async def test_nobody_can_set_the_webhook_from_outside(hook: Hook) -> None:
    for name in ("set_webhook", ""):
        address = hook.url.removesuffix("webhook") + name
        async with hook.http.get(address) as got, hook.http.post(address) as posted:
            assert {got.status, posted.status} == {404}


async def test_it_answers_before_the_bot_does(hook: Hook, telegram: StandIn) -> None:
    import asyncio

    free = asyncio.Event()
    hook.bot.before = lambda text: free.wait()
    assert await hook.post(said("hello")) == 200
    assert telegram.texts() == []
    free.set()
    await until(lambda: telegram.texts() == ["You said: hello"])


async def test_every_kind_of_update_is_acknowledged(hook: Hook) -> None:
    kinds = [update for _, _, update in kinds_spoken.KINDS]
    kinds += [update for _, update in kinds_ignored.KINDS]
    assert {await hook.post(update) for update in kinds} == {200}


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"\xff\xfe", 400),
        (b"[" * 100_000, 400),
        (b'{"update_id": ' + b"9" * 5000 + b"}", 400),
        (b"null", 200),
        (b"[]", 200),
        (b'{"update_id": 1, "message": ' + b'{"a":' * 500 + b"1" + b"}" * 501, 200),
        (b" " * (MOST_BODY + 1), 413),
    ],
    ids=["empty", "cut", "binary", "deep", "digits", "null", "list", "nested", "large"],
)
async def test_odd_bodies_do_no_harm(
    hook: Hook, telegram: StandIn, content: bytes, status: int
) -> None:
    assert await hook.post(content) == status
    assert await hook.post(said("hello")) == 200
    await until(lambda: telegram.texts() == ["You said: hello"])


async def test_a_message_that_quotes_a_long_one_is_taken(hook: Hook, telegram: StandIn) -> None:
    update = said("and this?")
    update["message"]["reply_to_message"] = body(text="\u0416" * 20_000)
    assert await hook.post(update) == 200
    await until(lambda: telegram.texts() == ["You said: and this?"])


async def test_without_a_token_there_is_no_webhook() -> None:
    blueprint = TelegramInput(None).blueprint(Parrot())
    async with (
        listening(blueprint, "/webhooks/telegram") as address,
        aiohttp.ClientSession() as http,
        http.post(f"{address}/webhook", json=said("hello")) as response,
    ):
        assert response.status == 404
