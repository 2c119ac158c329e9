"""Asks Telegram for updates, over and over; needs no address that others can reach."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from crampwise.channels.chat.backoff import delays
from crampwise.channels.chat.complaint import Complaint
from crampwise.channels.chat.fields import number
from crampwise.channels.telegram.api import Api, TelegramError
from crampwise.channels.telegram.update import KINDS

HOLD = 50  # seconds that Telegram keeps a request open while there is nothing to tell
MARGIN = 15.0  # seconds more before we take the line for dead
MOST = 100  # updates at once
PAUSE = 0.02  # seconds after an empty answer, for servers that do not keep the line open


async def poll(api: Api, receive: Callable[[Any], Awaitable[None]], complaint: Complaint) -> None:
    """Hands every update to `receive`, in order, until it is cancelled.

    Telegram keeps an update until a later one is asked for, and that is after `receive` returned:
    so nothing is lost. Where we are is not remembered over a restart, for the numbers may begin
    anew after a quiet week; the store knows what was received already.
    """
    offset: int | None = None
    waits, failures = delays(), 0
    while True:
        try:
            updates = await api.call(
                "getUpdates",
                tries=1,
                within=HOLD + MARGIN,
                offset=offset,
                limit=MOST,
                timeout=HOLD,
                allowed_updates=list(KINDS),
            )
        except TelegramError as error:
            failures += 1
            if failures > 1:  # a line that breaks once is nothing to tell
                complaint.say(error)
            await asyncio.sleep(error.retry_after or next(waits))
            continue
        complaint.withdraw()
        waits, failures = delays(), 0
        known = offset
        for update in updates if isinstance(updates, list) else ():
            await receive(update)
            identity = number(update, "update_id")
            if identity is not None:
                offset = max(offset or 0, identity + 1)
        if offset == known:
            await asyncio.sleep(PAUSE)
