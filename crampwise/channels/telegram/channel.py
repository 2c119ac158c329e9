"""The Telegram channel as Rasa knows it."""

from __future__ import annotations

import hmac
import json
from asyncio import AbstractEventLoop
from typing import Any

import structlog
from rasa.core.channels.channel import InputChannel
from sanic import Blueprint, Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse

from crampwise.channels.desk import OnNewMessage, desk
from crampwise.channels.http import error, whole_body
from crampwise.channels.telegram.service import NAME, Telegram
from crampwise.serving.settings import TelegramSettings, read
from crampwise.store import store

log = structlog.get_logger("crampwise.telegram")
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
MOST_BODY = 1_000_000  # bytes; a message may quote another, each with thousands of marks


class TelegramInput(InputChannel):
    """Talks on Telegram when there is a token: asks for updates, or listens on a webhook."""

    def __init__(self, settings: TelegramSettings | None) -> None:
        self._settings = settings

    @classmethod
    def name(cls) -> str:
        return NAME

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> TelegramInput:
        return cls(read().telegram)

    def blueprint(self, on_new_message: OnNewMessage) -> Blueprint:
        telegram = Blueprint("crampwise_telegram")
        if self._settings is None:
            log.info("Telegram is off: TELEGRAM_BOT_TOKEN is not set.")
            return telegram
        settings = self._settings

        @telegram.listener("after_server_start")
        async def start(app: Sanic, loop: AbstractEventLoop) -> None:
            app.ctx.telegram = Telegram(settings, on_new_message, store(), desk())
            await app.ctx.telegram.open()

        @telegram.listener("before_server_stop")
        async def stop(app: Sanic, loop: AbstractEventLoop) -> None:
            await app.ctx.telegram.close()

        if settings.webhook_secret is not None:
            _listen(telegram, settings.webhook_secret)
        return telegram


def _listen(telegram: Blueprint, secret: str) -> None:
    """Takes updates as Telegram posts them: at once, for it waits for the answer."""

    # As a stream, because the limit of other bodies is too low for Telegram's.
    @telegram.post("/webhook", stream=True)
    async def webhook(request: Request) -> HTTPResponse:
        told = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(told.encode("utf-8", "replace"), secret.encode()):
            return error("wrong_secret", 403)
        body = await whole_body(request, MOST_BODY)
        if body is None:
            return error("too_large", 413)
        try:
            update = json.loads(body)
        except (ValueError, RecursionError):
            return error("bad_json", 400)
        await request.app.ctx.telegram.receive(update)
        return response.json({"ok": True})
