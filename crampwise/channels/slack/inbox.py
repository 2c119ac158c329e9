"""Takes deliveries of Slack, in whichever way they come."""

from __future__ import annotations

from sqlalchemy.exc import SQLAlchemyError

from crampwise.channels.chat.complaint import Complaint
from crampwise.channels.chat.intake import Intake
from crampwise.channels.chat.turns import Turns
from crampwise.channels.slack.answering import Answering
from crampwise.channels.slack.found import Found, Place, Post
from crampwise.channels.slack.reading import Delivery, read


class Inbox(Intake[Found]):
    """The deliveries for one bot. `me` may be told later: Slack says with most events who it is."""

    def __init__(self, turns: Turns, answering: Answering, complaint: Complaint) -> None:
        super().__init__(turns, answering, complaint)
        self.me = ""

    def read(self, delivery: Delivery) -> Found | None:
        return read(delivery, self.me)

    async def concerns(self, found: Found) -> bool:
        """Whether it is meant for the bot: in a channel, its name stands there or stood before."""
        if not isinstance(found, Post) or found.place.private or found.place.reply_url is not None:
            return True
        thread = self._thread(found.place)
        if not found.named:
            return await self._is_known(thread)
        await self._turns.first_time(thread)
        return True

    def _thread(self, place: Place) -> str:
        return self._turns.key(f"thread {place.channel} {place.thread}")

    async def _is_known(self, thread: str) -> bool:
        store = self._turns.store
        try:
            return await store.aside(store.was_received, self._turns.channel, thread)
        except SQLAlchemyError:
            return False
