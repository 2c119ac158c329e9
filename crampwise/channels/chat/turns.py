"""What each chat channel does with the bot: keys of conversations, replies, buttons behind tokens.

Nothing here tells a person's id: keys are hashes that cannot be made without the channel's secret.
"""

from __future__ import annotations

import asyncio
import hashlib

import structlog

from crampwise.channels.chat.blocks import Button, Content, Paragraph, content
from crampwise.channels.desk import Desk, OnNewMessage, Said
from crampwise.channels.door import Refused
from crampwise.knowledge.shared import knowledge
from crampwise.store import Store

log = structlog.get_logger("crampwise.chat")
KEY_BYTES = 16
AT_ONCE = 20  # turns; the desk refuses what is too much, and these messages can wait
MOST_SECRET = 64  # bytes that the hash takes
# What the bot's own commands mean to Rasa. No other slash ever reaches it.
MEANING = {"start": "/greet", "help": "/help", "forget": "/forget_me", "stop": "/stop"}


class Turns:
    """The turns of one channel."""

    def __init__(
        self, channel: str, secret: str, store: Store, desk: Desk, bot: OnNewMessage
    ) -> None:
        """`secret` goes into the keys, so that nobody can tell whose they are."""
        self.channel, self.store = channel, store
        self._secret = secret.encode()[:MOST_SECRET]
        self._desk, self._bot = desk, bot
        self._room = asyncio.Semaphore(AT_ONCE)

    def key(self, told: str) -> str:
        """A key of the store that stands for `told`."""
        words = told.encode("utf-8", "replace")
        digest = hashlib.blake2b(words, key=self._secret, digest_size=KEY_BYTES)
        return f"{self.channel}:{digest.hexdigest()}"

    def command(self, conversation: str, name: str) -> Said:
        """One of the bot's own commands, as said in `conversation`."""
        return Said(self.channel, conversation, payload=MEANING[name], vouched=True)

    def typed(self, conversation: str, text: str) -> Said:
        """Words, as typed in `conversation`."""
        return Said(self.channel, conversation, text=text)

    def chosen(self, conversation: str, payload: str) -> Said:
        """A button whose token the store knew, as chosen in `conversation`."""
        return Said(self.channel, conversation, payload=payload, vouched=True)

    async def replies(self, said: Said) -> list[Content]:
        """What the bot says to it. Raises Refused while the bot is being stopped."""
        try:
            async with self._room:
                replies = await self._desk.answer(said, self._bot)
        except Refused as refused:
            if refused.code == "stopping":
                raise
            return [plain(refused.message)]
        return [content(reply.answer, knowledge().wording) for reply in replies]

    async def tokens(self, conversation: str, buttons: tuple[Button, ...]) -> list[tuple[str, str]]:
        """Title and token of each button; empty when the store cannot keep them."""
        if not buttons:
            return []
        shown = [(button.payload, button.title) for button in buttons]
        try:
            tokens = await self.store.aside(self.store.keep_buttons, conversation, shown)
        except Exception:
            log.exception("buttons not kept", channel=self.channel)
            return []
        return [(button.title, token) for button, token in zip(buttons, tokens)]

    async def first_time(self, key: str, body: str | None = None) -> bool:
        """Whether `key` was not seen before, as far as the store can tell."""
        try:
            return await self.store.aside(self.store.first_time, self.channel, key, body)
        except Exception:
            log.exception("message not kept", channel=self.channel)
            return True  # answered twice after a redelivery is better than not at all


def plain(text: str) -> Content:
    """A message of one line."""
    return Content((Paragraph(text),))


def line(name: str) -> Content:
    """A message of one line, from wording.yml."""
    return plain(knowledge().wording[name])
