"""Takes what a service sends: each once, that of a person in order, none lost once acknowledged."""

from __future__ import annotations

import asyncio
import json
from abc import ABC, abstractmethod
from functools import partial
from typing import Any, Generic, Protocol, TypeVar

import structlog

from crampwise.channels.chat.answering import Answering
from crampwise.channels.chat.complaint import Complaint
from crampwise.channels.chat.lanes import Job, Lanes
from crampwise.channels.chat.trouble import Trouble
from crampwise.channels.chat.turns import Turns
from crampwise.channels.door import Refused

log = structlog.get_logger("crampwise.chat")
# For what is in hand when the bot is stopped. The desk gives the turns their time; this is for
# sending, and what takes longer waits in the store for the next start.
SENDING_SECONDS = 1.5
MOST_WAITING = 10  # messages of one person; nobody types more before reading an answer


class Keyed(Protocol):
    """Something that was found in a delivery."""

    @property
    def key(self) -> str:
        """The same each time the service sends it."""


Found = TypeVar("Found", bound=Keyed)


class Intake(ABC, Generic[Found]):
    """What waits for an answer, and what is being answered."""

    def __init__(
        self, turns: Turns, answering: Answering[Found, Any, Any], complaint: Complaint
    ) -> None:
        """`complaint` tells the owner why nothing can be answered."""
        self._turns, self._answering, self._complaint = turns, answering, complaint
        self._lanes = Lanes(MOST_WAITING)
        self._order = asyncio.Lock()  # deliveries may come at once, and keep their order here
        self._in_hand: set[str] = set()
        self._left = False  # whether something waits for the owner to mend the connection
        self._told_busy: set[str] = set()  # lanes that were told to wait

    @abstractmethod
    def read(self, delivery: Any) -> Found | None:
        """What there is for the bot in what the service sent."""

    async def concerns(self, found: Found) -> bool:
        """Whether it is meant for the bot, where that depends on what was said before."""
        return True

    async def receive(self, delivery: Any) -> None:
        """Takes what the service sent. When this returns it is in the store, or is not for us."""
        found = self.read(delivery)
        if found is None:
            return
        async with self._order:
            if await self.concerns(found):
                await self._take(found, self._turns.key(found.key), delivery)

    async def pick_up(self) -> None:
        """Takes what was received before the bot was stopped and is not answered yet."""
        store, channel = self._turns.store, self._turns.channel
        for key, body in await store.aside(store.waiting, channel):
            found = self.read(json.loads(body))
            if found is not None and key not in self._in_hand:
                self._in_hand.add(key)
                self._put(found, key)

    async def drain(self, seconds: float) -> bool:
        """Waits for what is in hand. What is left then waits in the store for the next start."""
        return await self._lanes.drain(seconds)

    async def _take(self, found: Found, key: str, delivery: Any) -> None:
        if key in self._in_hand:
            return
        self._in_hand.add(key)
        if await self._turns.first_time(key, json.dumps(delivery)):
            self._put(found, key)
        else:
            self._in_hand.discard(key)

    def _put(self, found: Found, key: str) -> None:
        lane = self._answering.lane(found)
        answer = partial(self._answering.answer, found)
        if self._lanes.put(lane, partial(self._deal, found, key, answer)):
            self._told_busy.discard(lane)
            return
        first = lane not in self._told_busy
        self._told_busy.add(lane)
        # In a lane of its own, to be said before the waiting messages are answered.
        busy = partial(self._answering.busy, found, first)
        self._lanes.put(f"busy {key}", partial(self._deal, found, key, busy))

    async def _deal(self, found: Found, key: str, job: Job) -> None:
        """Does `job` and lets go of the message, unless it must wait until that can be done."""
        store = self._turns.store
        try:
            if await self._done(found, job):
                await store.aside(store.answered, self._turns.channel, key)
                if self._left:
                    self._left = False
                    await self.pick_up()
        finally:
            self._in_hand.discard(key)

    async def _done(self, found: Found, job: Job) -> bool:
        """Does `job`, as far as it can be done. False when it may be later."""
        try:
            await self._tried(found, job)
        except Refused:
            log.info("left for the next start", channel=self._turns.channel)
            return False
        except Trouble as trouble:
            if trouble.for_owner:
                self._complaint.say(trouble)
                self._left = True
                return False
            log.warning("not answered", channel=self._turns.channel, reason=str(trouble))
        return True

    async def _tried(self, found: Found, job: Job) -> None:
        try:
            await job()
        except (Refused, Trouble):
            raise
        except Exception:
            log.exception("not answered", channel=self._turns.channel)
            await self._answering.sorry(found)
