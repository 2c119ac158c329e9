"""Deletes what was kept for long enough, while the bot runs."""

from __future__ import annotations

import asyncio
import time

import structlog

from crampwise.store import Store

log = structlog.get_logger("crampwise.keeping")
DAY = 24 * 3600
EVERY_SECONDS = 3600.0


def purge(store: Store, days: int) -> int:
    """Deletes conversations without a message for `days` days; how many. 0 days is for ever."""
    return store.purge(time.time() - days * DAY) if days else 0


async def keep_purging(store: Store, days: int) -> None:
    """Purges at once and every hour, until it is cancelled."""
    while True:
        try:
            gone = await store.aside(purge, store, days)
            log.info("purged", conversations=gone)
        except Exception:
            log.exception("not purged")
        await asyncio.sleep(EVERY_SECONDS)
