"""Connects the bot to Slack: who it is there, and the line of Socket Mode."""

from __future__ import annotations

import aiohttp
import structlog

from crampwise.channels.chat.complaint import Complaint, until_done
from crampwise.channels.chat.service import Service
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


class Slack(Service[Inbox]):
    """One bot's connection to Slack."""

    def __init__(
        self, settings: SlackSettings, bot: OnNewMessage, store: Store, desk: Desk
    ) -> None:
        turns = Turns(NAME, settings.bot_token, store, desk, bot)
        super().__init__(turns, Complaint("Slack", explain))
        self._settings = settings

    def _connect(self, http: aiohttp.ClientSession) -> Inbox:
        self._api = Api(http, self._settings.bot_token, self._settings.api_base)
        return Inbox(self._turns, Answering(Sender(self._api), self._turns), self._complaint)

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
