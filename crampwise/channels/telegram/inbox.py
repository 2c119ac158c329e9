"""Takes updates: each once, those of a person in order, and none lost once it is acknowledged."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

import structlog

from crampwise.channels.chat.lanes import Job, Lanes
from crampwise.channels.door import Refused
from crampwise.channels.telegram.answering import NAME, Answering, first_time
from crampwise.channels.telegram.api import TelegramError
from crampwise.channels.telegram.fields import number
from crampwise.channels.telegram.me import Me
from crampwise.channels.telegram.update import Post, Tap, read
from crampwise.store import Store

log = structlog.get_logger("crampwise.telegram")
MOST_WAITING = 10  # messages of one person; nobody types more before reading an answer


class Inbox:
    """The updates of one bot. `me` may be told later: until then no group can name it."""

    def __init__(self, me: Me, answering: Answering, store: Store) -> None:
        self.me = me
        self._answering, self._store = answering, store
        self._lanes = Lanes(MOST_WAITING)
        self._in_hand: set[str] = set()
        self._told_busy: set[str] = set()  # conversations that were told to wait

    async def receive(self, update: Any) -> None:
        """Takes an update. When this returns it is in the store, or did not concern the bot."""
        found, identity = read(update, self.me), number(update, "update_id")
        key = str(identity)
        if found is None or identity is None or key in self._in_hand:
            return
        self._in_hand.add(key)
        if await first_time(self._store, key, json.dumps(update)):
            self._put(found, key)
        else:
            self._in_hand.discard(key)

    async def resume(self) -> None:
        """Takes what was received before the bot was stopped and is not answered yet."""
        for key, body in await self._store.aside(self._store.waiting, NAME):
            found = read(json.loads(body), self.me)
            if found is not None and key not in self._in_hand:
                self._in_hand.add(key)
                self._put(found, key)

    async def drain(self, seconds: float) -> bool:
        """Waits for what is in hand. What is left then waits in the store for the next start."""
        return await self._lanes.drain(seconds)

    def _put(self, found: Post | Tap, key: str) -> None:
        lane = self._answering.conversation(found)
        if self._lanes.put(lane, partial(self._deal, found, key, self._job(found, lane))):
            self._told_busy.discard(lane)
            return
        first = lane not in self._told_busy
        self._told_busy.add(lane)
        # In a lane of its own, to be said before the waiting messages are answered.
        busy = partial(self._answering.busy, found, first)
        self._lanes.put(f"busy {key}", partial(self._deal, found, key, busy))

    def _job(self, found: Post | Tap, conversation: str) -> Job:
        if isinstance(found, Post):
            return partial(self._answering.post, found, conversation)
        return partial(self._answering.tap, found, conversation)

    async def _deal(self, found: Post | Tap, key: str, job: Job) -> None:
        """Does `job` and lets go of the update, unless the bot is being stopped."""
        try:
            await self._tried(found, job)
            await self._store.aside(self._store.answered, NAME, key)
        except Refused:
            log.info("left for the next start")
        finally:
            self._in_hand.discard(key)

    async def _tried(self, found: Post | Tap, job: Job) -> None:
        try:
            await job()
        except Refused:
            raise
        except TelegramError as error:
            log.warning("not answered", reason=str(error))
        except Exception:
            log.exception("not answered")
            await self._answering.sorry(found)
