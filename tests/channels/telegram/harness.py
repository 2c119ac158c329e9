"""A bot behind a stand-in of Telegram."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp

from crampwise.channels.chat.complaint import Complaint
from crampwise.channels.chat.turns import Turns
from crampwise.channels.desk import Desk
from crampwise.channels.telegram.answering import Answering
from crampwise.channels.telegram.api import Api
from crampwise.channels.telegram.complaint import explain
from crampwise.channels.telegram.inbox import Inbox
from crampwise.channels.telegram.me import Me
from crampwise.channels.telegram.sending import Sender
from crampwise.store import Store
from tests.channels.parrot import PATIENCE, Parrot
from tests.channels.telegram.standin import BOT, TOKEN, StandIn

ME = Me(BOT["id"], BOT["username"].lower())


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
        turns = Turns("telegram", TOKEN, store, Desk(store), bot)
        inbox = Inbox(ME, turns, Answering(sender, turns), Complaint("Telegram", explain))
        yield Scene(inbox, stand_in, bot, store)
