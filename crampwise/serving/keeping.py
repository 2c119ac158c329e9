"""Deletes what is to be kept no longer, while the bot runs."""

from __future__ import annotations

import asyncio
import time

import structlog

from crampwise.store import Store

log = structlog.get_logger("crampwise.keeping")
DAY = 24 * 3600
EVERY_SECONDS = 3600.0
SCRUB_SECONDS = 5.0


def purge(store: Store, days: int) -> int:
    """Deletes conversations without a message for `days` days; how many. 0 days is for ever."""
    return store.purge(time.time() - days * DAY) if days else 0


async def keep_purging(store: Store, days: int) -> None:
    """Purges at once and every hour, until it is cancelled."""
    while True:
        try:
            # Not on a thread of the store: it may take minutes, and people need those.
            gone = await asyncio.to_thread(purge, store, days)
            log.info("purged", conversations=gone)
        except Exception:
            log.exception("not purged")
        await asyncio.sleep(EVERY_SECONDS)


async def keep_scrubbing(store: Store) -> None:
    """Wipes what could not be wiped when it was forgotten, until it is cancelled."""
    while True:
        await asyncio.sleep(SCRUB_SECONDS)
        if store.unscrubbed:
            try:
                await store.aside(store.scrub)
            except Exception:
                log.exception("not scrubbed")
