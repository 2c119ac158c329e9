"""The part of the Telegram channel that works in the background while the bot serves."""

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
from crampwise.channels.telegram.addressed import COMMANDS
from crampwise.channels.telegram.answering import Answering
from crampwise.channels.telegram.api import Api, TelegramError
from crampwise.channels.telegram.complaint import explain
from crampwise.channels.telegram.inbox import Inbox
from crampwise.channels.telegram.me import Me
from crampwise.channels.telegram.polling import poll
from crampwise.channels.telegram.sending import Sender
from crampwise.channels.telegram.update import KINDS
from crampwise.knowledge.shared import knowledge
from crampwise.serving.settings import TelegramSettings
from crampwise.store import Store

log = structlog.get_logger("crampwise.telegram")
NAME = "telegram"
CONNECTIONS = 40  # at once from Telegram, its own default


class Service:
    """One bot's connection to Telegram, from `open` to `close`."""

    def __init__(
        self, settings: TelegramSettings, bot: OnNewMessage, store: Store, desk: Desk
    ) -> None:
        self._settings = settings
        self._turns = Turns(NAME, settings.token, store, desk, bot)
        self._complaint = Complaint("Telegram", explain)

    async def open(self) -> None:
        """Begins to work in the background. Never fails: what is wrong is told in the log."""
        self._http = aiohttp.ClientSession()
        self._api = Api(self._http, self._settings.token, self._settings.api_base)
        answering = Answering(Sender(self._api), self._turns)
        self._inbox = Inbox(_me(self._settings.token), self._turns, answering)
        self._tasks = [asyncio.create_task(self._work()), asyncio.create_task(chart.prepare())]

    async def receive(self, update: Any) -> None:
        """Takes an update of whatever shape; one that fails must not keep later ones back."""
        try:
            await self._inbox.receive(update)
        except Exception:
            log.exception("update not taken")

    async def close(self) -> None:
        """Takes no more updates and finishes those in hand."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._inbox.drain(SENDING_SECONDS)
        await self._http.close()

    async def _work(self) -> None:
        await self._inbox.pick_up()
        await until_done(self._introduce, self._complaint)
        await self._offer_commands()
        if self._settings.webhook_url is None:
            await until_done(self._take_webhook_away, self._complaint)
            await poll(self._api, self.receive, self._complaint)
        else:
            await until_done(self._set_webhook, self._complaint)

    async def _introduce(self) -> None:
        told = await self._api.call("getMe", tries=1)
        self._inbox.me = Me(told["id"], told["username"].lower())
        log.info("Telegram is on", bot=told["username"], polling=self._settings.webhook_url is None)

    async def _offer_commands(self) -> None:
        """Fills the menu beside the input. A bot without it works as well."""
        words = knowledge().wording
        commands = [{"command": name, "description": words[f"command_{name}"]} for name in COMMANDS]
        try:
            await self._api.call("setMyCommands", commands=commands)
        except TelegramError as error:
            log.warning("command menu not set", reason=str(error))

    async def _take_webhook_away(self) -> None:
        """Telegram refuses to be asked for updates while it sends them to a webhook."""
        await self._api.call("deleteWebhook", tries=1, drop_pending_updates=False)

    async def _set_webhook(self) -> None:
        await self._api.call(
            "setWebhook",
            tries=1,
            url=self._settings.webhook_url,
            secret_token=self._settings.webhook_secret,
            allowed_updates=list(KINDS),
            max_connections=CONNECTIONS,
        )


def _me(token: str) -> Me:
    """What the token tells of the bot: its id stands before the colon."""
    identity = token.partition(":")[0]
    return Me(int(identity) if identity.isdecimal() else 0, "")
