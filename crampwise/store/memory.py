"""What channels remember."""

from __future__ import annotations

import secrets
import time
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timezone

import sqlalchemy as sa

from crampwise.store.database import Database
from crampwise.store.tables import BUTTONS, FEEDBACK, RECEIVED, VALUES

TOKEN_BYTES = 12  # 16 characters: fits every channel's limit and cannot be guessed


class ChannelMemory(Database):
    """Messages received, buttons shown, values of a channel, feedback without a name."""

    def first_time(self, channel: str, key: str, body: str | None = None) -> bool:
        """Whether `channel` receives the message `key` for the first time; notes that it did.

        With a `body`, the message also stands in `waiting` until `answered` is called, so that
        one that was acknowledged before the bot ended is answered after it starts again.
        """
        row = {"channel": channel, "key": key, "at": time.time()}
        try:
            with self.engine.begin() as connection:
                connection.execute(RECEIVED.insert(), row)
                # Apart from what may fail: servers log a statement that fails as it is.
                if body is not None:
                    noted = RECEIVED.update().where(_received(channel, key))
                    connection.execute(noted.values(body=body))
        except sa.exc.IntegrityError:
            return False
        return True

    def was_received(self, channel: str, key: str) -> bool:
        """Whether `first_time` was asked for this key before."""
        query = sa.select(RECEIVED.c.key).where(_received(channel, key))
        with self.engine.connect() as connection:
            return connection.execute(query).first() is not None

    def answered(self, channel: str, key: str) -> None:
        """Lets go of the body of a message; that it was received is still known."""
        with self.engine.begin() as connection:
            connection.execute(RECEIVED.update().where(_received(channel, key)).values(body=None))

    def waiting(self, channel: str) -> list[tuple[str, str]]:
        """Key and body of each message of `channel` that waits for an answer, oldest first."""
        kept = sa.and_(RECEIVED.c.channel == channel, RECEIVED.c.body.isnot(None))
        query = sa.select(RECEIVED.c.key, RECEIVED.c.body).where(kept).order_by(RECEIVED.c.at)
        with self.engine.connect() as connection:
            return [(key, body) for key, body in connection.execute(query)]

    def keep_buttons(self, conversation: str, shown: Sequence[tuple[str, str]]) -> list[str]:
        """A token of 16 characters for each button (payload and title) shown in `conversation`."""
        tokens = [secrets.token_urlsafe(TOKEN_BYTES) for _ in shown]
        common = {"conversation": conversation, "at": time.time()}
        rows = [
            {"token": token, "payload": payload, "title": title, **common}
            for token, (payload, title) in zip(tokens, shown)
        ]
        with self.engine.begin() as connection:
            connection.execute(BUTTONS.insert(), rows)
        return tokens

    def button(self, conversation: str, token: str) -> tuple[str, str] | None:
        """Payload and title behind a token, if it was made for this conversation."""
        query = sa.select(BUTTONS.c.payload, BUTTONS.c.title).where(
            BUTTONS.c.token == token, BUTTONS.c.conversation == conversation
        )
        with self.engine.connect() as connection:
            row = connection.execute(query).first()
        return (row.payload, row.title) if row else None

    def value(self, channel: str, name: str) -> str | None:
        """What `set_value` kept, or None."""
        query = sa.select(VALUES.c.value).where(_value(channel, name))
        with self.engine.connect() as connection:
            return connection.execute(query).scalar()

    def set_value_once(self, channel: str, name: str, value: str) -> None:
        """Keeps a value unless there is one already, also when several processes try at once."""
        row = {"channel": channel, "name": name, "value": value}
        with suppress(sa.exc.IntegrityError), self.engine.begin() as connection:
            connection.execute(VALUES.insert(), row)

    def set_value(self, channel: str, name: str, value: str) -> None:
        """Keeps a value until it is set anew. It is not purged: nothing of a person goes here."""
        update = VALUES.update().where(_value(channel, name)).values(value=value)
        with self.engine.begin() as connection:
            there = connection.execute(update).rowcount
        if not there:
            self.set_value_once(channel, name, value)

    def feedback(self, topic: str, helpful: bool) -> None:
        """Notes whether an answer on `topic` helped somebody, and nothing of whom."""
        row = {"day": datetime.now(timezone.utc).date(), "topic": topic, "helpful": helpful}
        with self.engine.begin() as connection:
            connection.execute(FEEDBACK.insert(), row)


def _received(channel: str, key: str) -> sa.sql.ColumnElement[bool]:
    return sa.and_(RECEIVED.c.channel == channel, RECEIVED.c.key == key)


def _value(channel: str, name: str) -> sa.sql.ColumnElement[bool]:
    return sa.and_(VALUES.c.channel == channel, VALUES.c.name == name)
