"""The real bot on a stand-in of Telegram: asked for updates, and posted to."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp

from tests.channels.telegram import standin
from tests.channels.telegram.sent import Sent
from tests.channels.telegram.standin import BOT, TOKEN, StandIn
from tests.channels.telegram.updates import body, command, said, tap
from tests.server import BIN, running

PATIENCE = 30  # seconds for an answer on a loaded machine


@asynccontextmanager
async def serving(telegram: StandIn, **environment: str) -> AsyncIterator[str]:
    """The address of a bot that talks on `telegram`."""
    bot = running(
        [str(BIN / "crampwise"), "serve"],
        TELEGRAM_BOT_TOKEN=TOKEN,
        TELEGRAM_API_BASE=telegram.address,
        **environment,
    )
    server = await asyncio.to_thread(bot.__enter__)
    try:
        yield server.address
    finally:
        await asyncio.to_thread(bot.__exit__, None, None, None)


async def answers(telegram: StandIn, happen: Callable[[], object], count: int = 1) -> list[Sent]:
    """The next messages of the bot after something happened."""
    known, end = len(telegram.sent), time.monotonic() + PATIENCE
    happen()
    while len(telegram.sent) < known + count:
        assert time.monotonic() < end, "no answer"
        await asyncio.sleep(0.01)
    return telegram.sent[known:]


def on_disk(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.iterdir())


async def test_a_conversation_by_asking_for_updates(tmp_path: Path) -> None:
    kept = {"DATABASE_URL": f"sqlite:///{tmp_path / 'crampwise.db'}"}
    async with standin.running() as telegram, serving(telegram, **kept):
        [hello] = await answers(telegram, lambda: telegram.tell(command("/start")))
        assert hello.rows
        first = hello.rows[0][0]
        shown = body(
            text=hello.seen,
            reply_markup={"inline_keyboard": hello.rows},
            message_id=hello.id,
            **{"from": BOT},
        )
        tapped = tap(first["callback_data"], shown)
        answer, *_ = await answers(telegram, lambda: telegram.tell(tapped))
        assert "<blockquote expandable><b>Sources</b>" in answer.fields["text"]
        assert hello.rows[0][0]["text"] == f"✓ {first['text']}"
        danger = said("I have crushing chest pain and my left arm is numb")
        [alarm] = await answers(telegram, lambda: telegram.tell(danger))
        assert alarm.fields["text"].startswith("<b>🚨 Get help now</b>")
        assert "999" in alarm.seen
        assert alarm.rows == []
        assert b"chest pain" in on_disk(tmp_path)
        [gone] = await answers(telegram, lambda: telegram.tell(command("/forget")))
        assert "cleared" in gone.seen or "deleted" in gone.seen
        assert b"chest pain" not in on_disk(tmp_path)


async def test_a_message_posted_to_the_webhook_is_answered() -> None:
    hook = {"TELEGRAM_WEBHOOK_URL": "https://bot.example.org", "TELEGRAM_WEBHOOK_SECRET": "s-1"}
    async with (
        standin.running() as telegram,
        serving(telegram, **hook) as address,
        aiohttp.ClientSession() as http,
    ):
        while not telegram.webhook:
            await asyncio.sleep(0.05)
        path = telegram.webhook["url"].removeprefix("https://bot.example.org")
        telegram.webhook["url"] = address + path  # what a proxy before the bot would do
        asked, posts = said("can dehydration cause leg cramps"), []
        [answer, *_] = await answers(
            telegram,
            lambda: posts.append(asyncio.create_task(telegram.deliver(http, asked))),
        )
        assert await posts[0] == 200
        assert "dehydrat" in answer.seen.lower()
