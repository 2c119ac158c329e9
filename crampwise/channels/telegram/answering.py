"""Answers a post or a tap: through the desk to the bot, and its replies into the chat."""

from __future__ import annotations

import asyncio
import hashlib

import structlog

from crampwise.channels.chat.blocks import Button, Content, Paragraph, content
from crampwise.channels.desk import Desk, OnNewMessage, Said
from crampwise.channels.door import Refused
from crampwise.channels.telegram.keyboard import CHOSEN, Keyboard, keyboard
from crampwise.channels.telegram.sending import Sender
from crampwise.channels.telegram.update import Place, Post, Tap
from crampwise.knowledge.shared import knowledge
from crampwise.store import Store

log = structlog.get_logger("crampwise.telegram")
NAME = "telegram"
KEY_BYTES = 16
AT_ONCE = 20  # turns; the desk refuses what is too much, and these messages can wait
MOST_SECRET = 64  # bytes that the hash takes
# What the bot's own commands mean to Rasa. No other slash ever reaches it.
MEANING = {"start": "/greet", "help": "/help", "forget": "/forget_me", "stop": "/stop"}


class Answering:
    """Answers for one bot. Raises Refused while the bot is being stopped, and TelegramError."""

    def __init__(
        self, secret: str, sender: Sender, store: Store, desk: Desk, bot: OnNewMessage
    ) -> None:
        """`secret` goes into the keys of conversations, so that nobody can tell whose they are."""
        self._secret = secret.encode()[:MOST_SECRET]
        self._sender, self._store, self._desk, self._bot = sender, store, desk, bot
        self._room = asyncio.Semaphore(AT_ONCE)

    def conversation(self, found: Post | Tap) -> str:
        """The key of the person's conversation in that chat; it does not tell their ids."""
        told = f"{found.place.chat if found.place else None}:{found.person}"
        digest = hashlib.blake2b(told.encode(), key=self._secret, digest_size=KEY_BYTES)
        return f"{NAME}:{digest.hexdigest()}"

    async def post(self, post: Post, conversation: str) -> None:
        """Answers what a person wrote."""
        if post.command is not None:
            said = Said(NAME, conversation, payload=MEANING[post.command], vouched=True)
        elif post.text is not None:
            said = Said(NAME, conversation, text=post.text)
        else:
            await self._unreadable(post)
            return
        urgent = await self._answer(said, post.place, post.message)
        if post.unseen and not urgent:
            await self._line("chat_unseen", post.place)

    async def tap(self, tap: Tap, conversation: str) -> None:
        """Answers the choice of a button; the sign that waits on it is ended in any case."""
        if tap.place is None or tap.message is None or tap.data in (None, CHOSEN):
            await self._sender.acknowledge(tap.callback)
            return
        kept = await self._store.aside(self._store.button, conversation, tap.data)
        if kept is None:
            await self._unknown(tap, tap.place, conversation)
            return
        payload, title = kept
        # A second tap on the same button, before it was replaced.
        new = await first_time(self._store, f"tap {conversation} {tap.message} {tap.data}")
        await self._sender.acknowledge(tap.callback)
        if new:
            said = Said(NAME, conversation, payload=payload, vouched=True)
            await asyncio.gather(
                self._sender.mark(tap.place, tap.message, title),
                self._answer(said, tap.place, tap.message),
            )

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

    async def _unknown(self, tap: Tap, place: Place, conversation: str) -> None:
        """A button shown to somebody else, or forgotten: what it says is taken as typed."""
        if tap.title is None:
            words = knowledge().wording["refused_unknown_button"]
            await self._sender.acknowledge(tap.callback, words)
            return
        await self._sender.acknowledge(tap.callback)
        await self._answer(Said(NAME, conversation, text=tap.title), place, tap.message)

    async def _unreadable(self, post: Post) -> None:
        """One friendly line, also for several pictures that were sent as one album."""
        key = f"album {post.place.chat} {post.album}"
        if post.album is None or await first_time(self._store, key):
            await self._line("chat_unreadable", post.place, post.message)

    async def _answer(self, said: Said, place: Place, message: int | None) -> bool:
        """Says what the bot answers.

        Returns whether the answer is urgent, so that nothing may be said beside it.
        """
        async with self._sender.typing(place):
            contents = await self._replies(said)
        for number, one in enumerate(contents):
            buttons = await self._keyboard(said.conversation, one.buttons)
            await self._sender.send(place, one, buttons, None if number else message)
        return any(one.urgency is not None for one in contents)

    async def _replies(self, said: Said) -> list[Content]:
        try:
            async with self._room:
                replies = await self._desk.answer(said, self._bot)
        except Refused as refused:
            if refused.code == "stopping":
                raise
            return [_plain(refused.message)]
        return [content(reply.answer, knowledge().wording) for reply in replies]

    async def _keyboard(self, conversation: str, buttons: tuple[Button, ...]) -> Keyboard | None:
        """The buttons with tokens that the store knows; None when it cannot keep them."""
        keep = self._store.keep_button
        try:
            kept = [
                (
                    button.title,
                    await self._store.aside(keep, conversation, button.payload, button.title),
                )
                for button in buttons
            ]
        except Exception:
            log.exception("buttons not kept")
            return None
        return keyboard(kept) if kept else None

    async def _line(self, name: str, place: Place, answered: int | None = None) -> None:
        await self._sender.send(place, _plain(knowledge().wording[name]), None, answered)


async def first_time(store: Store, key: str, body: str | None = None) -> bool:
    """Whether `key` was not seen before, as far as the store can tell."""
    try:
        return await store.aside(store.first_time, NAME, key, body)
    except Exception:
        log.exception("update not kept")
        return True  # answered twice after a redelivery is better than not at all


def _plain(text: str) -> Content:
    return Content((Paragraph(text),))
