"""The part of the Slack channel that works in the background while the bot serves."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
import structlog

from crampwise.channels.chat import chart
from crampwise.channels.chat.complaint import Complaint, until_done
from crampwise.channels.chat.intake import SENDING_SECONDS
from crampwise.channels.chat.turns import Turns
from crampwise.channels.desk import Desk, OnNewMessage
from crampwise.channels.slack.answering import Answering
from crampwise.channels.slack.api import Api
from crampwise.channels.slack.complaint import explain
from crampwise.channels.slack.inbox import Inbox
from crampwise.channels.slack.sending import Sender
from crampwise.channels.slack.socket_mode import listen
from crampwise.serving.settings import SlackSettings
from crampwise.store import Store

log = structlog.get_logger("crampwise.slack")
NAME = "slack"


class Service:
    """One bot's connection to Slack, from `open` to `close`."""

    def __init__(
        self, settings: SlackSettings, bot: OnNewMessage, store: Store, desk: Desk
    ) -> None:
        self._settings = settings
        self._turns = Turns(NAME, settings.bot_token, store, desk, bot)
        self._complaint = Complaint("Slack", explain)

    async def open(self) -> None:
        """Begins to work in the background. Never fails: what is wrong is told in the log."""
        self._http = aiohttp.ClientSession(trust_env=True)
        self._api = Api(self._http, self._settings.bot_token, self._settings.api_base)
        self._inbox = Inbox(self._turns, Answering(Sender(self._api), self._turns))
        self._tasks = [asyncio.create_task(self._work()), asyncio.create_task(chart.prepare())]

    async def receive(self, kind: str, payload: Any) -> None:
        """Takes a delivery of whatever shape; one that fails must not keep later ones back."""
        try:
            await self._inbox.receive(kind, payload)
        except Exception:
            log.exception("delivery not taken")

    async def close(self) -> None:
        """Takes no more deliveries and finishes those in hand."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._inbox.drain(SENDING_SECONDS)
        await self._http.close()

    async def _work(self) -> None:
        await until_done(self._introduce, self._complaint)
        await self._inbox.pick_up()
        if self._settings.app_token is not None:
            app = Api(self._http, self._settings.app_token, self._settings.api_base)
            await listen(self._http, app, self.receive, self._complaint)

    async def _introduce(self) -> None:
        told = await self._api.call("auth.test", tries=1)
        self._inbox.me = str(told.get("user_id") or "")
        log.info(
            "Slack is on", team=told.get("team"), socket_mode=self._settings.app_token is not None
        )
