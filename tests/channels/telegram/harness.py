"""A bot behind a stand-in of Telegram, and waiting until all is answered."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp
from rasa.core.channels.channel import UserMessage

from crampwise.channels.desk import Desk
from crampwise.channels.telegram.answering import Answering
from crampwise.channels.telegram.api import Api
from crampwise.channels.telegram.inbox import Inbox
from crampwise.channels.telegram.me import Me
from crampwise.channels.telegram.sending import Sender
from crampwise.store import Store
from tests.channels.telegram.standin import BOT, TOKEN, StandIn

ME = Me(BOT["id"], BOT["username"].lower())
PATIENCE = 5  # seconds


class Parrot:
    """A bot that repeats what it hears."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.buttons: list[dict[str, str]] = []
        self.answer: dict[str, Any] | None = None  # the web form to answer with instead
        self.before: Callable[[str], Awaitable[Any]] | None = None  # awaited before it answers

    async def __call__(self, message: UserMessage) -> None:
        self.heard.append(message.text)
        if self.before is not None:
            await self.before(message.text)
        told: dict[str, Any] = {"text": f"You said: {message.text}", "buttons": self.buttons}
        if self.answer is not None:
            told["answer"] = self.answer
        await message.output_channel.send_response(message.sender_id, told)


@dataclass(frozen=True)
class Scene:
    """A bot on Telegram, from the updates that come in to the messages in the chats."""

    inbox: Inbox
    telegram: StandIn
    bot: Parrot
    store: Store

    async def happen(self, *updates: dict[str, Any]) -> None:
        """These updates come in, one after the other; returns when all are dealt with."""
        for update in updates:
            self.telegram.tell(update)
            await self.inbox.receive(update)
        assert await self.inbox.drain(PATIENCE)


@asynccontextmanager
async def behind(stand_in: StandIn, store: Store, bot: Parrot) -> AsyncIterator[Scene]:
    """`bot` behind `stand_in`, without a way in: updates are handed over by the test."""
    async with aiohttp.ClientSession() as http:
        sender = Sender(Api(http, TOKEN, stand_in.address))
        inbox = Inbox(ME, Answering(TOKEN, sender, store, Desk(store), bot), store)
        yield Scene(inbox, stand_in, bot, store)


async def until(condition: Callable[[], Any], seconds: float = PATIENCE) -> None:
    """Returns when `condition` holds; fails when it does not in time."""
    end = asyncio.get_running_loop().time() + seconds
    while not condition():
        assert asyncio.get_running_loop().time() < end, "it did not happen in time"
        await asyncio.sleep(0.002)
