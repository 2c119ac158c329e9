"""One answer to a message that is sent again because its answer got lost on the way.

A client that may send a message twice makes an id for it, of its own random letters. For some
minutes a message with the same id and the same words gets the answer it had, not a second turn.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Awaitable, Callable
from hashlib import sha256
from typing import Any

import structlog
from sqlalchemy.exc import SQLAlchemyError

from crampwise.channels.door import Refused
from crampwise.store import Store

log = structlog.get_logger("crampwise.repeats")
# Long enough not to be guessed when it is random: whoever repeats a message has its conversation.
MESSAGE_ID = re.compile(r"[A-Za-z0-9_-]{16,64}")
Answer = dict[str, Any]
Make = Callable[[], Awaitable[Answer]]
Worth = Callable[[Answer], bool]


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
    """The answers given lately."""

    def __init__(self, kept_in: Store) -> None:
        self._store = kept_in
        self._in_hand: dict[str, asyncio.Task[Answer]] = {}
        self._keeping: set[asyncio.Task[None]] = set()

    async def once(self, key: str | None, make: Make, worth: Worth) -> Answer:
        """The answer that the message behind `key` had, or else the one that `make` makes.

        It is kept when it is `worth` it. Raises what `make` raises.
        """
        if key is None:
            return await make()
        if key not in self._in_hand:
            first = self._in_hand[key] = asyncio.create_task(self._known_or_made(key, make))
            # Apart, so that nobody waits for it.
            keeping = asyncio.create_task(self._keep(key, first, worth))
            self._keeping.add(keeping)
            keeping.add_done_callback(self._keeping.discard)
        # A person who leaves is the very one who asks again.
        return await asyncio.shield(self._in_hand[key])

    async def _known_or_made(self, key: str, make: Make) -> Answer:
        try:
            known = await self._store.aside(self._store.answer, key)
        except SQLAlchemyError:
            log.exception("answer not looked up")
            known = None
        return await make() if known is None else dict(json.loads(known))

    async def _keep(self, key: str, first: asyncio.Task[Answer], worth: Worth) -> None:
        try:
            await asyncio.wait({first})
            if first.exception() is None and worth(first.result()):
                answer = first.result()
                conversation, text = answer["conversation"], json.dumps(answer)
                await self._store.aside(self._store.keep_answer, key, conversation, text)
        except SQLAlchemyError:
            log.exception("answer not kept")
        finally:
            del self._in_hand[key]
