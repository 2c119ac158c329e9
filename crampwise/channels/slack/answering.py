"""Answers what was found in a delivery of Slack."""

from __future__ import annotations

from crampwise.channels.chat.answering import Answering as Base
from crampwise.channels.chat.turns import line
from crampwise.channels.slack.found import Found, Opening, Place, Post, Tap, Visit
from crampwise.channels.slack.sending import Sender


class Answering(Base[Found, Tap, Place]):
    """Answers for one bot on Slack."""

    _sender: Sender

    def lane(self, found: Found) -> str:
        """A window must be opened, and a home shown, without waiting for answers."""
        if isinstance(found, (Opening, Visit)):
            return found.key
        return self._conversation(found.place, found.person)

    async def answer(self, found: Found) -> None:
        if isinstance(found, Post):
            where = self._conversation(found.place, found.person)
            await self.hear(where, found.place, found.text, found.command, found.unseen)
        elif isinstance(found, Tap):
            where = self._conversation(found.place, found.person)
            await self.choose(where, found.place, found.token, found.title, found)
        elif isinstance(found, Opening):
            await self._sender.open(found.trigger, found.text)
        else:
            await self._sender.publish(found.person, found.edition)

    async def busy(self, found: Found, first: bool) -> None:
        if first:
            await self._sender.send(found.place, line("chat_busy"))

    async def sorry(self, found: Found) -> None:
        await self._sender.send(found.place, line("trouble"))

    async def acknowledge(self, tap: Tap, name: str | None = None) -> None:
        """Slack waits for nothing after the delivery itself was acknowledged."""
        if name is not None:
            await self._sender.send(tap.place, line(name))

    async def mark(self, tap: Tap, title: str) -> None:
        if tap.shown is not None:
            await self._sender.mark(tap.place, tap.shown, title)

    def _conversation(self, place: Place, person: str) -> str:
        """The key of a person's conversation: one in private, one in each thread of a channel."""
        where = "" if place.private else f"{place.channel}:{place.thread}"
        return self._turns.key(f"{where}:{person}")
