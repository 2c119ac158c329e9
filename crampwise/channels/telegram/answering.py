"""Answers a post or a tap on Telegram."""

from __future__ import annotations

from crampwise.channels.chat.answering import Answering as Base
from crampwise.channels.chat.turns import line
from crampwise.channels.telegram.found import Found, Place, Post, Tap
from crampwise.channels.telegram.keyboard import CHOSEN
from crampwise.channels.telegram.sending import Sender
from crampwise.knowledge.shared import knowledge


class Answering(Base[Found, Tap, Place]):
    """Answers for one bot on Telegram."""

    _sender: Sender

    def lane(self, found: Found) -> str:
        """The key of the person's conversation in that chat; it does not tell their ids."""
        return self._turns.key(f"{found.place.chat if found.place else None}:{found.person}")

    async def answer(self, found: Found) -> None:
        if isinstance(found, Tap):
            await self._tap(found)
        elif await self._is_new(found):
            where = self.lane(found)
            await self.hear(where, found.place, found.text, found.command, found.unseen)

    async def busy(self, found: Found, first: bool) -> None:
        if isinstance(found, Tap):
            await self.acknowledge(found, "chat_busy")
        elif first:
            await self._sender.send(found.place, line("chat_busy"))

    async def sorry(self, found: Found) -> None:
        if found.place is not None:
            await self._sender.send(found.place, line("trouble"))

    async def acknowledge(self, tap: Tap, name: str | None = None) -> None:
        """Ends the sign that waits on the button."""
        words = knowledge().wording[name] if name else None
        await self._sender.acknowledge(tap.callback, words)

    async def mark(self, tap: Tap, title: str) -> None:
        if tap.place is not None:
            await self._sender.mark(tap.place, title)

    async def _tap(self, tap: Tap) -> None:
        if tap.place is None or tap.data is None or tap.data == CHOSEN:
            await self.acknowledge(tap)
        else:
            await self.choose(self.lane(tap), tap.place, tap.data, tap.title, tap)

    async def _is_new(self, post: Post) -> bool:
        """Of several pictures that were sent as one album only the first gets the friendly line."""
        if post.album is None or post.text is not None:
            return True
        key = self._turns.key(f"album {post.place.chat} {post.album}")
        return await self._turns.first_time(key)
