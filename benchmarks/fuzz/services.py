"""What Telegram and Slack post, changed at random; and stand-ins of both, for the bot's answers."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager
from itertools import count
from typing import Any
from urllib.parse import urlencode

from hypothesis import strategies as st
from requests import Request

from benchmarks.fuzz.described import Requests, prepare
from benchmarks.fuzz.odd import BODIES, KINDS
from tests.channels.slack import standin as slack
from tests.channels.slack.events import EVENT, INTERACTIVE, Delivery, placed
from tests.channels.slack.hook import FORM, signed
from tests.channels.slack.hook import JSON as JSON_TYPE
from tests.channels.slack.test_fuzz import deliveries
from tests.channels.telegram import standin as telegram
from tests.channels.telegram.test_fuzz import updates

SECRET = "a-secret"
SECRETS = st.sampled_from([SECRET] * 9 + ["another"])  # of ten posts one is forged
KEYS = {SECRET: slack.SECRET, "another": "another"}
HOOK = {"telegram": "/webhooks/telegram/webhook", "slack": "/webhooks/slack/webhook"}
PEOPLE = 50  # who write: each waits for an answer, and of one only a few messages are taken at once
# Each is another post: what came before would not be taken.
_numbers = count(1)


@contextmanager
def standing_in() -> Iterator[dict[str, str]]:
    """The settings of a bot that talks to stand-ins, which run meanwhile in a thread."""
    settings: Future[dict[str, str]] = Future()
    loop, end = asyncio.new_event_loop(), asyncio.Event()
    thread = threading.Thread(target=loop.run_until_complete, args=(_stand_in(settings, end),))
    thread.start()
    try:
        yield settings.result()
    finally:
        loop.call_soon_threadsafe(end.set)
        thread.join()
        loop.close()


async def _stand_in(settings: Future[dict[str, str]], end: asyncio.Event) -> None:
    async with telegram.running() as chat, slack.running() as work:
        settings.set_result(
            {
                "TELEGRAM_BOT_TOKEN": telegram.TOKEN,
                "TELEGRAM_API_BASE": chat.address,
                "TELEGRAM_WEBHOOK_URL": "https://bot.example.org",
                "TELEGRAM_WEBHOOK_SECRET": SECRET,
                "SLACK_BOT_TOKEN": slack.BOT_TOKEN,
                "SLACK_SIGNING_SECRET": slack.SECRET,
                "SLACK_API_BASE": work.base,
            }
        )
        await end.wait()


def telegram_posts(address: str) -> Requests:
    """What makes posts to the Telegram webhook of the bot at `address`."""

    def request(case: tuple[dict[str, Any] | bytes, str, str]) -> Request:
        update, kind, secret = case
        if isinstance(update, bytes):
            body = update
        else:
            number = next(_numbers)
            if isinstance(update.get("update_id"), int):
                update = {**update, "update_id": number}
            body, kind = _by_another(json.dumps(update), '"id": 7', number).encode(), JSON_TYPE
        headers = {"Content-Type": kind, "X-Telegram-Bot-Api-Secret-Token": secret}
        return Request("POST", f"{address}{HOOK['telegram']}", headers, data=body)

    return st.tuples(_mostly(updates()), KINDS, SECRETS).map(request).map(prepare)


def slack_posts(address: str, settings: Mapping[str, str]) -> Requests:
    """What makes posts to the Slack webhook of the bot at `address`."""
    standing = settings["SLACK_API_BASE"].removesuffix("/api/")

    def request(case: tuple[Delivery | bytes, str, str]) -> Request:
        delivery, kind, secret = case
        body = delivery if isinstance(delivery, bytes) else b""
        if not isinstance(delivery, bytes):
            body, kind = _posted(*placed(delivery, standing))
        # Slack signs text only: bytes that are none come with a signature that does not fit.
        signature = signed(body.decode(errors="replace").encode(), KEYS[secret])
        headers = {"Content-Type": kind, **signature}
        return Request("POST", f"{address}{HOOK['slack']}", headers, data=body)

    return st.tuples(_mostly(deliveries()), KINDS, SECRETS).map(request).map(prepare)


def _posted(kind: str, payload: dict[str, Any]) -> tuple[bytes, str]:
    """Body and type as Slack posts it."""
    number = next(_numbers)
    if isinstance(payload.get("event_id"), str):
        payload = {**payload, "event_id": f"Ev{number}"}
    text = _by_another(json.dumps(payload), '"U7"', number)
    if kind == EVENT:
        return text.encode(), JSON_TYPE
    fields = {"payload": text} if kind == INTERACTIVE else json.loads(text)
    return urlencode(fields, errors="replace").encode(), FORM


def _by_another(text: str, person: str, number: int) -> str:
    """The post as if another person had sent it."""
    return text.replace(person, person.replace("7", f"7{number % PEOPLE:02}"))


def _mostly(posts: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Nine posts in ten as the service sends them, but changed; the rest is anything."""
    return st.integers(0, 9).flatmap(lambda number: posts if number else BODIES)
