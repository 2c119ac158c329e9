"""One answer to a message that is sent again because its answer got lost on the way.

A client that may send a message twice makes an id for it, of its own random letters. For some
minutes a message with the same id and the same words gets the answer it had, not a second turn,
also from another process: the store takes the turn of the one that is sooner.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Awaitable, Callable
from hashlib import sha256
from typing import Any

import structlog
from rasa.shared.core.events import BotUttered, Event
from sqlalchemy.exc import SQLAlchemyError

from crampwise.channels.door import Refused
from crampwise.channels.gathering import reply
from crampwise.store import AnsweredElsewhere, Store

log = structlog.get_logger("crampwise.repeats")
# Long enough not to be guessed when it is random: whoever repeats a message has its conversation.
MESSAGE_ID = re.compile(r"[A-Za-z0-9_-]{16,64}")
Answer = dict[str, Any]
Make = Callable[[], Awaitable[Answer]]


def repeat_key(message_id: Any, *message: Any) -> str | None:
    """What tells a repeat of `message`; None when its client made no id, or it is no message.

    Raises Refused when the id has another shape.
    """
    if message_id is None:
        return None
    if not isinstance(message_id, str) or not MESSAGE_ID.fullmatch(message_id):
        words = "The field 'message_id' must have 16 to 64 letters, digits, _ or -."
        raise Refused("bad_message_id", words)
    if not all(part is None or isinstance(part, str) for part in message):
        return None
    return sha256(json.dumps([message_id, *message]).encode()).hexdigest()


class Repeats:
    """Which numbered messages are being answered, and what those before them got."""

    def __init__(self, kept_in: Store) -> None:
        self._store = kept_in
        self._in_hand: dict[str, asyncio.Task[Answer]] = {}

    async def once(self, key: str | None, make: Make) -> Answer:
        """The answer that the message behind `key` had, or else the one that `make` makes.

        `make` must have the desk note the message by its key. Raises what `make` raises.
        """
        if key is None:
            return await make()
        if key not in self._in_hand:
            task = self._in_hand[key] = asyncio.create_task(self._had_or_made(key, make))
            task.add_done_callback(lambda _: self._in_hand.pop(key))
        # A person who leaves is the very one who asks again.
        return await asyncio.shield(self._in_hand[key])

    async def _had_or_made(self, key: str, make: Make) -> Answer:
        try:
            had = await self._had(key)
        except SQLAlchemyError:
            log.exception("answer not looked up")
            had = None
        try:
            return had or await make()
        except AnsweredElsewhere:
            return await self._had(key) or await make()

    async def _had(self, key: str) -> Answer | None:
        before = await self._store.aside(self._store.answered_before, key)
        if before is None:
            return None
        messages = [_answer(event) for event in before.said]
        # After an apology the same message may be tried anew.
        if not messages or any(told["topic"] == "trouble" for told in messages):
            await self._store.aside(self._store.try_anew, key, before)
            return None
        return {"conversation": before.conversation, "messages": messages}


def _answer(event: dict[str, Any]) -> Answer:
    """What a person was shown of something that the bot said."""
    said = Event.from_parameters(event)
    assert isinstance(said, BotUttered)
    return reply(said.message()).answer
