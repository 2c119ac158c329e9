"""Answers what was found in a delivery: through the desk to the bot, and its replies to Slack."""

from __future__ import annotations

import asyncio

from crampwise.channels.chat.turns import Turns, line
from crampwise.channels.desk import Said
from crampwise.channels.slack.found import Found, Opening, Place, Post, Tap, Visit
from crampwise.channels.slack.sending import Sender


class Answering:
    """Answers for one bot. Raises Refused while the bot is being stopped, and SlackError."""

    def __init__(self, sender: Sender, turns: Turns) -> None:
        self._sender, self._turns = sender, turns

    def conversation(self, place: Place, person: str) -> str:
        """The key of a person's conversation: one in private, one in each thread of a channel."""
        where = "" if place.private else f"{place.channel}:{place.thread}"
        return self._turns.key(f"{where}:{person}")

    def lane(self, found: Found) -> str:
        """A window must be opened, and a home shown, without waiting for answers."""
        if isinstance(found, (Opening, Visit)):
            return found.key
        return self.conversation(found.place, found.person)

    async def answer(self, found: Found) -> None:
        """Answers whatever was found."""
        if isinstance(found, Post):
            await self._post(found)
        elif isinstance(found, Tap):
            await self._tap(found)
        elif isinstance(found, Opening):
            await self._sender.open(found.trigger, found.text)
        else:
            await self._sender.publish(found.person, found.edition)

    async def busy(self, found: Found, first: bool) -> None:
        """Says that a message was not taken; of several in a row only at the `first`."""
        if first:
            await self._sender.send(found.place, line("chat_busy"))

    async def sorry(self, found: Found) -> None:
        """Says that something went wrong."""
        await self._sender.send(found.place, line("trouble"))

    async def _post(self, post: Post) -> None:
        conversation = self.conversation(post.place, post.person)
        if post.command is not None:
            said = self._turns.command(conversation, post.command)
        elif post.text is not None:
            said = self._turns.typed(conversation, post.text)
        else:
            await self._sender.send(post.place, line("chat_unreadable"))
            return
        urgent = await self._say(said, post.place)
        if post.unseen and not urgent:
            await self._sender.send(post.place, line("chat_unseen"))

    async def _tap(self, tap: Tap) -> None:
        conversation = self.conversation(tap.place, tap.person)
        store = self._turns.store
        kept = await store.aside(store.button, conversation, tap.token)
        if kept is None:
            await self._unknown(tap, conversation)
            return
        payload, title = kept
        # A second tap on the same button, before it was replaced.
        if not await self._turns.first_time(self._turns.key(f"tap {conversation} {tap.token}")):
            return
        answer = self._say(self._turns.chosen(conversation, payload), tap.place)
        if tap.shown is None:
            await answer
        else:
            await asyncio.gather(self._sender.mark(tap.place, tap.shown, title), answer)

    async def _unknown(self, tap: Tap, conversation: str) -> None:
        """A button shown to somebody else, or forgotten: what it says is taken as typed."""
        if tap.title is None:
            await self._sender.send(tap.place, line("refused_unknown_button"))
        else:
            await self._say(self._turns.typed(conversation, tap.title), tap.place)

    async def _say(self, said: Said, place: Place) -> bool:
        """Says what the bot answers.

        Returns whether the answer is urgent, so that nothing may be said beside it.
        """
        async with self._sender.thinking(place):
            contents = await self._turns.replies(said)
        for one in contents:
            choices = await self._turns.tokens(said.conversation, one.buttons)
            await self._sender.send(place, one, choices)
        return any(one.urgency is not None for one in contents)
