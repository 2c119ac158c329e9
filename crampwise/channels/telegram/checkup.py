"""Looks at the token, the webhook and the clock, for `crampwise doctor`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import aiohttp

from crampwise.channels.chat.checkup import Finding, clock
from crampwise.channels.telegram.api import UNKNOWN_TOKEN, Api, Refusal, TelegramError
from crampwise.serving.settings import TELEGRAM_API, TelegramSettings


async def checkup(settings: TelegramSettings | None) -> list[Finding]:
    """What is found when Telegram is asked about the bot. Changes nothing there."""
    if settings is None:
        return [
            Finding(True, "Off: TELEGRAM_BOT_TOKEN is not set. docs/telegram.md says how to begin.")
        ]
    async with aiohttp.ClientSession() as http:
        api = Api(http, settings.token, settings.api_base)
        try:
            me = await api.call("getMe", tries=1)
            hook = await api.call("getWebhookInfo", tries=1)
        except TelegramError as error:
            return [_failure(error, settings)]
    found = [*_bot(me), *_webhook(settings, hook)]
    told = clock("Telegram", api.date)
    return [*found, told] if told else found


def _failure(error: TelegramError, settings: TelegramSettings) -> Finding:
    if isinstance(error, Refusal) and error.code in UNKNOWN_TOKEN:
        return Finding(
            False,
            "Telegram does not know the token in TELEGRAM_BOT_TOKEN.",
            "In Telegram, ask @BotFather for it (/mybots, the bot, API Token) and copy all of it.",
        )
    return Finding(
        False,
        f"{settings.api_base} cannot be asked ({error}).",
        "Check this machine's way to the internet, and TELEGRAM_API_BASE if you set it.",
    )


def _bot(me: dict[str, Any]) -> Iterator[Finding]:
    yield Finding(True, f"The token is right. The bot is @{me['username']}.")
    if me.get("can_join_groups") is False:
        yield Finding(True, "It cannot be added to groups (@BotFather: /setjoingroups).")
    elif me.get("can_read_all_group_messages"):
        yield Finding(
            False,
            "In groups Telegram hands it everything that is said, although it answers only when"
            " it is named.",
            "Send @BotFather /setprivacy and choose Enable, then add the bot to the group again.",
        )


def _webhook(settings: TelegramSettings, hook: dict[str, Any]) -> Iterator[Finding]:
    url = hook.get("url") or ""
    if settings.webhook_url is None:
        other = f" The webhook {url} will be taken away at the start." if url else ""
        yield Finding(True, f"It will ask Telegram for messages.{other}")
        return
    if not settings.webhook_url.startswith("https://") and settings.api_base == TELEGRAM_API:
        yield Finding(
            False,
            "TELEGRAM_WEBHOOK_URL does not begin with https://.",
            "Telegram posts only over HTTPS; put a proxy with a certificate before the bot.",
        )
    if url != settings.webhook_url:
        yield Finding(
            False,
            f"Telegram posts messages to {url or 'nobody'}, not to {settings.webhook_url}.",
            "Start the bot, again if it runs: it sets the webhook, or its log says what is wrong.",
        )
        return
    waiting = hook.get("pending_update_count", 0)
    if error := hook.get("last_error_message"):
        yield Finding(
            False,
            f"Telegram could not post messages to {url}: {error}. Waiting: {waiting}.",
            "Check that the address can be reached from outside and its certificate is valid, and"
            " that TELEGRAM_WEBHOOK_SECRET is the same wherever the bot runs.",
        )
    else:
        yield Finding(True, f"Telegram posts messages to {url}. Waiting: {waiting}.")
