"""Calls a service again when that may help, within bounds."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import structlog

from crampwise.channels.chat.backoff import delays
from crampwise.channels.chat.trouble import Trouble

log = structlog.get_logger("crampwise.chat")
TRIES = 6
FIRST_WAIT, MOST_WAIT = 0.5, 8.0  # seconds between attempts
MOST_PATIENCE = 60  # seconds a service may ask us to wait; after longer nobody expects an answer
WITHIN = 15.0  # seconds for one attempt
TOO_MANY, SERVER_TROUBLE = 429, 500  # answers in HTTP after which another attempt may help
Answer = TypeVar("Answer")


async def tried(method: str, once: Callable[[], Awaitable[Answer]], tries: int = TRIES) -> Answer:
    """What `once` gives, which calls `method` and is called at most `tries` times.

    When the connection is lost nobody knows whether the call was heard, and it is made again: an
    answer that comes twice is better than none. Raises the Trouble of the last attempt.
    """
    waits = delays(FIRST_WAIT, MOST_WAIT)
    for _ in range(tries - 1):
        try:
            return await once()
        except Trouble as trouble:
            if not trouble.passes or (trouble.retry_after or 0) > MOST_PATIENCE:
                raise
            wait = trouble.retry_after or next(waits)
        log.info("call tried again", method=method, seconds=round(wait, 1))
        await asyncio.sleep(wait)
    return await once()
