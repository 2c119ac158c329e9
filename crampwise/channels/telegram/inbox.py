"""Takes updates of Telegram."""

from __future__ import annotations

from typing import Any

from crampwise.channels.chat.complaint import Complaint
from crampwise.channels.chat.intake import Intake
from crampwise.channels.chat.turns import Turns
from crampwise.channels.telegram.answering import Answering
from crampwise.channels.telegram.found import Found
from crampwise.channels.telegram.me import Me
from crampwise.channels.telegram.update import read


class Inbox(Intake[Found]):
    """The updates of one bot. `me` may be told later: until then no group can name it."""

    def __init__(self, me: Me, turns: Turns, answering: Answering, complaint: Complaint) -> None:
        super().__init__(turns, answering, complaint)
        self.me = me

    def read(self, delivery: Any) -> Found | None:
        return read(delivery, self.me)
