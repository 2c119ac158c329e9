"""Which message was which, for clients that send one again after a broken line."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from crampwise.store.database import Database
from crampwise.store.tables import EVENTS, NUMBERED

MESSAGE_KEY = "message_key"  # where the key stands in the metadata of a message
REPEAT_SECONDS = 900.0  # a client whose line broke has asked again by then


class AnsweredElsewhere(Exception):
    """Another process has answered this message in the meantime."""


@dataclass(frozen=True)
class Answered:
    """What a message got: its conversation, and what the bot said, as Rasa writes its events.

    `event` is the number of the message among the events.
    """

    conversation: str
    event: int
    said: tuple[dict[str, Any], ...]


class RepeatedMessages(Database):
    """Knows the numbered messages of the last REPEAT_SECONDS."""

    def number(self, connection: Connection, key: str, conversation: str) -> None:
        """Notes that the newest message of `conversation` is the one behind `key`.

        In the transaction of `connection`, in which its turn is written: the one is there exactly
        when the other is. Raises AnsweredElsewhere when the key stands for a message already.
        """
        now = time.time()
        newest = sa.select(sa.func.max(EVENTS.c.id)).where(
            EVENTS.c.sender_id == conversation, EVENTS.c.type_name == "user"
        )
        row = {"key": key, "conversation": conversation, "at": now}
        connection.execute(NUMBERED.delete().where(NUMBERED.c.at < now - REPEAT_SECONDS))
        event = connection.execute(newest).scalar_one()
        try:
            connection.execute(NUMBERED.insert(), {**row, "event": event})
        except sa.exc.IntegrityError as error:
            raise AnsweredElsewhere from error

    def try_anew(self, key: str, answered: Answered) -> None:
        """Lets the message behind `key`, which got `answered`, be answered another time."""
        that = sa.and_(NUMBERED.c.key == key, NUMBERED.c.event == answered.event)
        with self.engine.begin() as connection:
            connection.execute(NUMBERED.delete().where(that))

    def answered_before(self, key: str) -> Answered | None:
        """What the message behind `key` got in the last REPEAT_SECONDS; None if it is new."""
        fresh = NUMBERED.c.at >= time.time() - REPEAT_SECONDS
        numbered = sa.select(NUMBERED.c.conversation, NUMBERED.c.event)
        with self.engine.connect() as connection:
            found = connection.execute(numbered.where(NUMBERED.c.key == key, fresh)).first()
            if found is None:
                return None
            own = sa.and_(EVENTS.c.sender_id == found.conversation, EVENTS.c.id > found.event)
            next_one = sa.select(sa.func.min(EVENTS.c.id)).where(own, EVENTS.c.type_name == "user")
            end = connection.execute(next_one).scalar()
            answers = sa.select(EVENTS.c.data).where(own, EVENTS.c.type_name == "bot")
            if end is not None:
                answers = answers.where(EVENTS.c.id < end)
            texts = connection.execute(answers.order_by(EVENTS.c.id)).scalars().all()
        said = tuple(json.loads(text) for text in texts)
        return Answered(found.conversation, found.event, said)
