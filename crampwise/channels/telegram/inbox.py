"""Takes updates of Telegram."""

from __future__ import annotations

from typing import Any, Union

from crampwise.channels.chat.complaint import Complaint
from crampwise.channels.chat.fields import number
from crampwise.channels.chat.intake import Intake
from crampwise.channels.chat.turns import Turns
from crampwise.channels.telegram.answering import Answering
from crampwise.channels.telegram.me import Me
from crampwise.channels.telegram.update import Post, Tap, read


class Inbox(Intake[Union[Post, Tap]]):
    """The updates of one bot. `me` may be told later: until then no group can name it."""

    def __init__(self, me: Me, turns: Turns, answering: Answering, complaint: Complaint) -> None:
        super().__init__(turns, answering, complaint)
        self.me = me

    async def receive(self, delivery: Any) -> None:
        found, identity = self.read(delivery), number(delivery, "update_id")
        if found is not None and identity is not None:
            await self.take(found, str(identity), delivery)

    def read(self, delivery: Any) -> Union[Post, Tap, None]:
        return read(delivery, self.me)
