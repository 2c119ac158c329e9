"""Connects the bot to Telegram: the webhook or polling, and the menu of commands."""

from __future__ import annotations

import aiohttp
import structlog

from crampwise.channels.chat.complaint import Complaint, until_done
from crampwise.channels.chat.service import Service
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


class Telegram(Service[Inbox]):
    """One bot's connection to Telegram."""

    def __init__(
        self, settings: TelegramSettings, bot: OnNewMessage, store: Store, desk: Desk
    ) -> None:
        turns = Turns(NAME, settings.token, store, desk, bot)
        super().__init__(turns, Complaint("Telegram", explain))
        self._settings = settings

    def _connect(self, http: aiohttp.ClientSession) -> Inbox:
        self._api = Api(http, self._settings.token, self._settings.api_base)
        answering = Answering(Sender(self._api), self._turns)
        return Inbox(_me(self._settings.token), self._turns, answering, self._complaint)

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
