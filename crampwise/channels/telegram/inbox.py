"""Takes updates of Telegram."""

from __future__ import annotations

import json
from typing import Any, Union

from crampwise.channels.chat.fields import number
from crampwise.channels.chat.intake import Intake
from crampwise.channels.chat.turns import Turns
from crampwise.channels.telegram.answering import Answering
from crampwise.channels.telegram.me import Me
from crampwise.channels.telegram.update import Post, Tap, read


class Inbox(Intake[Union[Post, Tap]]):
    """The updates of one bot. `me` may be told later: until then no group can name it."""

    def __init__(self, me: Me, turns: Turns, answering: Answering) -> None:
        super().__init__(turns, answering)
        self.me = me

    async def receive(self, update: Any) -> None:
        """Takes an update. When this returns it is in the store, or did not concern the bot."""
        found, identity = read(update, self.me), number(update, "update_id")
        if found is not None and identity is not None:
            await self.take(found, str(identity), json.dumps(update))

    async def pick_up(self) -> None:
        """Takes what was received before the bot was stopped and is not answered yet."""
        await self.resume(lambda body: read(json.loads(body), self.me))
