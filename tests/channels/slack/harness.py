"""A bot behind a stand-in of Slack."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import aiohttp

from crampwise.channels.chat.complaint import Complaint
from crampwise.channels.chat.turns import Turns
from crampwise.channels.desk import Desk
from crampwise.channels.slack.answering import Answering
from crampwise.channels.slack.api import Api
from crampwise.channels.slack.complaint import explain
from crampwise.channels.slack.inbox import Inbox
from crampwise.channels.slack.sending import Sender
from crampwise.store import Store
from tests.channels.parrot import PATIENCE, Parrot
from tests.channels.slack.events import Delivery
from tests.channels.slack.standin import BOT_TOKEN, ME, StandIn


@dataclass(frozen=True)
class Scene:
    """A bot on Slack, from the deliveries that come in to the messages in the channels."""

    inbox: Inbox
    slack: StandIn
    bot: Parrot
    store: Store

    async def happen(self, *deliveries: Delivery) -> None:
        """These come in, one after the other; returns when all are dealt with."""
        for delivery in deliveries:
            await self.inbox.receive(delivery)
        assert await self.inbox.drain(PATIENCE)


@asynccontextmanager
async def behind(stand_in: StandIn, store: Store, bot: Parrot) -> AsyncIterator[Scene]:
    """`bot` behind `stand_in`, without a way in: deliveries are handed over by the test."""
    async with aiohttp.ClientSession() as http:
        turns = Turns("slack", BOT_TOKEN, store, Desk(store), bot)
        sender = Sender(Api(http, BOT_TOKEN, stand_in.base))
        inbox = Inbox(turns, Answering(sender, turns), Complaint("Slack", explain))
        inbox.me = ME["user_id"]
        yield Scene(inbox, stand_in, bot, store)
