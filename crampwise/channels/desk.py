"""The one way from any channel into the bot.

A channel hands over what was said and gets the replies, or a refusal with words for the person. On
the way: limits, one queue a conversation, an apology when the bot has nothing to say or fails, and
the counts and log lines of each turn.

>>> replies = await desk().answer(Said("telegram", "telegram:7", text="hello"), on_new_message)
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from functools import lru_cache

import structlog
from rasa.core.channels.channel import UserMessage
from sqlalchemy.exc import SQLAlchemyError
from structlog.contextvars import bind_contextvars

from crampwise.channels.door import Refused, offered, refused, typed
from crampwise.channels.gathering import Gathered, Reply, apology
from crampwise.channels.limits import Limit
from crampwise.channels.queues import QueueFull, Queues
from crampwise.channels.said import OnNewMessage, Said
from crampwise.serving import metrics, settings
from crampwise.serving.logs import hide
from crampwise.store import MESSAGE_KEY, AnsweredElsewhere, Forgotten, Store, store

__all__ = ["Desk", "OnNewMessage", "Said", "desk"]
log = structlog.get_logger("crampwise.desk")
ANSWER_SECONDS = 20  # for one answer; a turn takes a few hundredths of a second
# Messages of one address that wait behind the one in hand: of a class that asks at once, not of an
# attacker, whose first hundred would keep others waiting for seconds.
MOST_OF_ADDRESS = 8
MOST_IN_HAND = 100  # messages of all conversations together; about three seconds of work
RETRY_SECONDS = 5


class Desk:
    """Takes messages of all channels of this process."""

    def __init__(self, kept_in: Store, a_minute: int = 0, an_address: int = 0) -> None:
        """The limits are messages a minute of a conversation and of an address; 0 is none."""
        self._store = kept_in
        self._by_conversation, self._by_address = Limit(a_minute), Limit(an_address)
        self._queues, self._addresses = Queues(), Queues(MOST_OF_ADDRESS)
        self._turns: set[asyncio.Task[list[Reply]]] = set()
        self._stopping = False
        metrics.watch(lambda: len(self._turns), lambda: self._queues.waiting)

    @property
    def stopping(self) -> bool:
        """Whether no more messages are taken."""
        return self._stopping

    def admit(self, channel: str, address: str | None) -> None:
        """Counts a request from a network address (None: not counted), before any of it is read.

        Raises Refused when there were too many, or when the bot is being stopped.
        """
        self._check_room(channel)
        if address is not None:
            self._check_rate(channel, self._by_address, address)

    async def answer(self, said: Said, on_new_message: OnNewMessage) -> list[Reply]:
        """The replies to one message, after the earlier ones of its conversation: at least one.

        When this returns, the turn is in the store, or the reply is an apology or tells of danger.
        Raises Refused when the message is not taken, and AnsweredElsewhere when another process was
        sooner with it.
        """
        self._check_room(said.channel)
        if said.counted:
            self._check_rate(said.channel, self._by_conversation, said.conversation)
        turn = asyncio.create_task(self._turn(said, on_new_message))
        self._turns.add(turn)
        turn.add_done_callback(self._turns.discard)
        # A person who leaves does not stop the turn: half a turn would be lost.
        return await asyncio.shield(turn)

    async def knows(self, conversation: str) -> bool:
        """Whether a conversation has begun. While the database fails every one is taken for known,
        so that a person is not made to begin anew."""
        try:
            return await self._store.aside(self._store.exists, conversation)
        except SQLAlchemyError:
            log.exception("conversation not looked up")
            return True

    async def forget(self, conversation: str) -> Forgotten:
        """Deletes a conversation, after its messages in hand.

        Raises Refused when too many wait, SQLAlchemyError when the database fails.
        """
        async with self._turn_of(conversation, "forget"):
            return await self._store.aside(self._store.forget, conversation)

    async def drain(self, seconds: float) -> bool:
        """Takes no more messages; waits for those in hand. Returns whether all were answered."""
        self._stopping = True
        if self._turns:
            await asyncio.wait(self._turns, timeout=seconds)
        return not self._turns

    async def _turn(self, said: Said, on_new_message: OnNewMessage) -> list[Reply]:
        async with self._turn_of(said.conversation, said.channel, said.address):
            begin = time.perf_counter()
            hide(said.text, said.conversation)
            bind_contextvars(
                channel=said.channel, conversation=self._store.pseudonym(said.conversation)
            )
            output, failure = Gathered(said.channel), None
            try:
                await asyncio.wait_for(self._hand(said, output, on_new_message), ANSWER_SECONDS)
            except (Refused, AnsweredElsewhere):
                raise
            except Exception as error:
                failure = type(error).__name__
                log.exception("turn failed")
                # Not in the store, so not said, but for what must be heard in any case.
                output.replies = [told for told in output.replies if told.is_urgent]
            replies = output.replies or [apology()]
            await self._note(said, replies, failure, time.perf_counter() - begin)
            return replies

    async def _hand(self, said: Said, output: Gathered, on_new_message: OnNewMessage) -> None:
        if said.payload is None:
            text = typed(said.text)
        elif said.vouched:
            text = said.payload
        else:
            shown = await self._store.aside(self._store.payloads, said.conversation)
            text = offered(said.payload, shown)
        told = {"locale": said.locale, MESSAGE_KEY: said.key}
        metadata = {name: value for name, value in told.items() if value}
        await on_new_message(
            UserMessage(
                text, output, said.conversation, input_channel=said.channel, metadata=metadata
            )
        )

    async def _note(
        self, said: Said, replies: list[Reply], failure: str | None, seconds: float
    ) -> None:
        intent = None if failure else await self._intent(said.conversation)
        metrics.turn(said.channel, intent, seconds, [told.answer for told in replies], failure)
        log.info(
            "turn",
            intent=intent,
            topics=[told.answer["topic"] for told in replies],
            milliseconds=round(1000 * seconds, 1),
        )

    @asynccontextmanager
    async def _turn_of(
        self, conversation: str, channel: str, address: str | None = None
    ) -> AsyncIterator[None]:
        try:
            async with AsyncExitStack() as turns:
                if address is not None:
                    await turns.enter_async_context(self._addresses.turn(address))
                await turns.enter_async_context(self._queues.turn(conversation))
                yield
        except QueueFull:
            metrics.refused(channel, "busy")
            raise refused("busy", 429, RETRY_SECONDS) from None

    async def _intent(self, conversation: str) -> str | None:
        try:
            return await self._store.aside(self._store.intent, conversation)
        except SQLAlchemyError:
            log.exception("intent not read")
            return None

    def _check_room(self, channel: str) -> None:
        if self._stopping:
            metrics.refused(channel, "stopping")
            raise refused("stopping", 503, RETRY_SECONDS)
        if len(self._turns) >= MOST_IN_HAND:
            metrics.refused(channel, "busy")
            raise refused("busy", 429, RETRY_SECONDS)

    def _check_rate(self, channel: str, limit: Limit, sender: str) -> None:
        seconds = limit.wait(sender)
        if seconds:
            metrics.refused(channel, "too_many")
            raise refused("too_many", 429, seconds, seconds=seconds)


@lru_cache(maxsize=1)
def desk() -> Desk:
    """The desk of this process. Raises SettingsError and StoreError."""
    found = settings.read()
    return Desk(store(), found.rate_limit_conversation, found.rate_limit_address)
