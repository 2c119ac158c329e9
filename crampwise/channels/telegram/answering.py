"""Answers a post or a tap: through the desk to the bot, and its replies into the chat."""

from __future__ import annotations

import asyncio

from crampwise.channels.chat.turns import Turns, line
from crampwise.channels.desk import Said
from crampwise.channels.telegram.keyboard import CHOSEN, keyboard
from crampwise.channels.telegram.sending import Sender
from crampwise.channels.telegram.update import Place, Post, Tap
from crampwise.knowledge.shared import knowledge


class Answering:
    """Answers for one bot. Raises Refused while the bot is being stopped, and TelegramError."""

    def __init__(self, sender: Sender, turns: Turns) -> None:
        self._sender, self._turns = sender, turns

    def lane(self, found: Post | Tap) -> str:
        """The key of the person's conversation in that chat; it does not tell their ids."""
        return self._turns.key(f"{found.place.chat if found.place else None}:{found.person}")

    async def answer(self, found: Post | Tap) -> None:
        """Answers whatever was found."""
        if isinstance(found, Post):
            await self._post(found, self.lane(found))
        else:
            await self._tap(found, self.lane(found))

    async def busy(self, found: Post | Tap, first: bool) -> None:
        """Says that a message was not taken; of several in a row only at the `first`."""
        if isinstance(found, Tap):
            await self._sender.acknowledge(found.callback, knowledge().wording["chat_busy"])
        elif first:
            await self._line("chat_busy", found.place, found.message)

    async def sorry(self, found: Post | Tap) -> None:
        """Says that something went wrong, where there is a place to say it."""
        if found.place is not None:
            await self._line("trouble", found.place, found.message)

    async def _post(self, post: Post, conversation: str) -> None:
        if post.command is not None:
            said = self._turns.command(conversation, post.command)
        elif post.text is not None:
            said = self._turns.typed(conversation, post.text)
        else:
            await self._unreadable(post)
            return
        urgent = await self._say(said, post.place, post.message)
        if post.unseen and not urgent:
            await self._line("chat_unseen", post.place)

    async def _tap(self, tap: Tap, conversation: str) -> None:
        """Answers the choice of a button; the sign that waits on it is ended in any case."""
        if tap.place is None or tap.message is None or tap.data in (None, CHOSEN):
            await self._sender.acknowledge(tap.callback)
            return
        store = self._turns.store
        kept = await store.aside(store.button, conversation, tap.data)
        if kept is None:
            await self._unknown(tap, tap.place, conversation)
            return
        payload, title = kept
        # A second tap on the same button, before it was replaced.
        key = self._turns.key(f"tap {conversation} {tap.message} {tap.data}")
        new = await self._turns.first_time(key)
        await self._sender.acknowledge(tap.callback)
        if new:
            said = self._turns.chosen(conversation, payload)
            await asyncio.gather(
                self._sender.mark(tap.place, tap.message, title),
                self._say(said, tap.place, tap.message),
            )

    async def _unknown(self, tap: Tap, place: Place, conversation: str) -> None:
        """A button shown to somebody else, or forgotten: what it says is taken as typed."""
        if tap.title is None:
            words = knowledge().wording["refused_unknown_button"]
            await self._sender.acknowledge(tap.callback, words)
            return
        await self._sender.acknowledge(tap.callback)
        await self._say(self._turns.typed(conversation, tap.title), place, tap.message)

    async def _unreadable(self, post: Post) -> None:
        """One friendly line, also for several pictures that were sent as one album."""
        key = self._turns.key(f"album {post.place.chat} {post.album}")
        if post.album is None or await self._turns.first_time(key):
            await self._line("chat_unreadable", post.place, post.message)

    async def _say(self, said: Said, place: Place, message: int | None) -> bool:
        """Says what the bot answers.

        Returns whether the answer is urgent, so that nothing may be said beside it.
        """
        async with self._sender.typing(place):
            contents = await self._turns.replies(said)
        for number, one in enumerate(contents):
            kept = await self._turns.tokens(said.conversation, one.buttons)
            buttons = keyboard(kept) if kept else None
            await self._sender.send(place, one, buttons, None if number else message)
        return any(one.urgency is not None for one in contents)

    async def _line(self, name: str, place: Place, answered: int | None = None) -> None:
        await self._sender.send(place, line(name), None, answered)
