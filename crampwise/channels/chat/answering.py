"""Answers what people say and choose: through the desk to the bot, and its replies to them."""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from typing import Generic, Protocol, TypeVar

from crampwise.channels.chat.blocks import Content
from crampwise.channels.chat.turns import Turns, line
from crampwise.channels.desk import Said

Found = TypeVar("Found")
Tap = TypeVar("Tap")
Place = TypeVar("Place")


class Sending(Protocol[Place]):
    """Speaks on a service. Raises Trouble."""

    async def send(
        self, place: Place, content: Content, choices: Sequence[tuple[str, str]] = ()
    ) -> Place:
        """All of `content` in order, the buttons (title and token) below the last message.

        Returns the place for what is said next.
        """

    def thinking(self, place: Place) -> AbstractAsyncContextManager[None]:
        """Shows that an answer is being made, where the service has a sign for it."""


class Answering(ABC, Generic[Found, Tap, Place]):
    """Answers for one bot. All but `lane` raise Refused while it is being stopped, and Trouble."""

    def __init__(self, sender: Sending[Place], turns: Turns) -> None:
        self._sender, self._turns = sender, turns

    @abstractmethod
    def lane(self, found: Found) -> str:
        """What is in the same lane is answered one after the other."""

    @abstractmethod
    async def answer(self, found: Found) -> None:
        """Answers whatever was found."""

    @abstractmethod
    async def busy(self, found: Found, first: bool) -> None:
        """Says that it was not taken; of several in a row only at the `first`."""

    @abstractmethod
    async def sorry(self, found: Found) -> None:
        """Says that something went wrong, where there is a place to say it."""

    @abstractmethod
    async def acknowledge(self, tap: Tap, name: str | None = None) -> None:
        """Tells the service that the tap was heard, with a line of wording.yml or none."""

    @abstractmethod
    async def mark(self, tap: Tap, title: str) -> None:
        """Shows in place of the buttons which one was chosen."""

    async def hear(
        self, conversation: str, place: Place, text: str | None, command: str | None, unseen: bool
    ) -> None:
        """Answers one of the bot's own commands, or words, or that there are none.

        `unseen`: there is also something that the bot cannot see.
        """
        if command is not None:
            await self._say(self._turns.command(conversation, command), place)
        elif text is not None:
            await self._say(self._turns.typed(conversation, text), place, unseen)
        else:
            await self._sender.send(place, line("chat_unreadable"))

    async def choose(
        self, conversation: str, place: Place, token: str, title: str | None, tap: Tap
    ) -> None:
        """Answers the choice of the button behind `token`, which says `title`."""
        store = self._turns.store
        kept = await store.aside(store.button, conversation, token)
        if kept is not None:
            # A second tap on the same button, before it was replaced, is only acknowledged.
            new = await self._turns.first_time(self._turns.key(f"tap {conversation} {token}"))
            await self.acknowledge(tap)
            if new:
                payload, chosen = kept
                said = self._turns.chosen(conversation, payload)
                await asyncio.gather(self.mark(tap, chosen), self._say(said, place))
        elif title is not None:
            # Shown to somebody else, or forgotten: what it says is taken as typed.
            await self.acknowledge(tap)
            await self._say(self._turns.typed(conversation, title), place)
        else:
            await self.acknowledge(tap, "refused_unknown_button")

    async def _say(self, said: Said, place: Place, unseen: bool = False) -> None:
        """Says what the bot answers. Beside an urgent answer nothing else is said."""
        async with self._sender.thinking(place):
            contents = await self._turns.replies(said)
        if unseen and not any(one.urgency for one in contents):
            contents.append(line("chat_unseen"))
        for one in contents:
            choices = await self._turns.tokens(said.conversation, one.buttons)
            place = await self._sender.send(place, one, choices)
