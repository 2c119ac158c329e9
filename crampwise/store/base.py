"""The whole store: what channels remember, and how a conversation is forgotten."""

from __future__ import annotations

import hmac
import json
import secrets
import time
from dataclasses import dataclass
from datetime import datetime, timezone

import sqlalchemy as sa

from crampwise.store.memory import ChannelMemory
from crampwise.store.repeated import REPEAT_SECONDS, RepeatedMessages
from crampwise.store.tables import BUTTONS, EVENTS, FEEDBACK, NUMBERED, RECEIVED

REMEMBERED_ANSWERS = 20  # buttons of older answers are no longer taken
PSEUDONYM = 12  # hex digits; enough to follow one conversation in the log
BATCH = 500  # conversations purged in one transaction, so that messages need not wait long


@dataclass(frozen=True)
class Forgotten:
    """How much of a conversation was deleted."""

    events: int
    buttons: int


@dataclass(frozen=True)
class Kept:
    """How much is kept of a conversation, and since when (seconds of the epoch)."""

    messages: int
    buttons: int
    since: float | None


class Store(RepeatedMessages, ChannelMemory):
    """Also knows the conversations, whose events `ConversationStore` writes for Rasa."""

    unscrubbed = False  # whether deleted text still stands in the write-ahead log

    def __init__(self, url: str) -> None:
        """Opens the database. Raises StoreError when it cannot be used."""
        super().__init__(url)
        # Made once for a database: without it an id could be found again by trying. Read now, as
        # the database may be lost when it is needed.
        if self.value("store", "salt") is None:
            self.set_value_once("store", "salt", secrets.token_hex())
        self._salt = str(self.value("store", "salt")).encode()

    def pseudonym(self, conversation: str) -> str:
        """What stands for a conversation in log lines."""
        return hmac.new(self._salt, conversation.encode(), "sha256").hexdigest()[:PSEUDONYM]

    def kept(self, conversation: str) -> Kept:
        """What is kept of a conversation."""
        own = EVENTS.c.sender_id == conversation
        typed = sa.func.count(sa.case((EVENTS.c.type_name == "user", 1)))
        events = sa.select(typed, sa.func.min(EVENTS.c.timestamp)).where(own)
        shown = sa.select(sa.func.count()).where(BUTTONS.c.conversation == conversation)
        with self.engine.connect() as connection:
            messages, since = connection.execute(events).one()
            return Kept(messages, connection.execute(shown).scalar_one(), since)

    def intent(self, conversation: str) -> str | None:
        """The intent of the newest message of a conversation."""
        query = (
            sa.select(EVENTS.c.intent_name)
            .where(EVENTS.c.sender_id == conversation, EVENTS.c.type_name == "user")
            .order_by(EVENTS.c.id.desc())
            .limit(1)
        )
        with self.engine.connect() as connection:
            return connection.execute(query).scalar()

    def payloads(self, conversation: str) -> set[str]:
        """The payloads of the buttons that the newest answers of a conversation showed."""
        query = (
            sa.select(EVENTS.c.data)
            .where(EVENTS.c.sender_id == conversation, EVENTS.c.type_name == "bot")
            .order_by(EVENTS.c.id.desc())
            .limit(REMEMBERED_ANSWERS)
        )
        with self.engine.connect() as connection:
            answers = [json.loads(text) for text in connection.execute(query).scalars()]
        return {
            button["payload"]
            for answer in answers
            for button in (answer.get("data") or {}).get("buttons") or ()
            if button.get("payload")
        }

    def exists(self, conversation: str) -> bool:
        """Whether anything was said in a conversation."""
        query = sa.select(EVENTS.c.id).where(EVENTS.c.sender_id == conversation).limit(1)
        with self.engine.connect() as connection:
            return connection.execute(query).first() is not None

    def forget(self, conversation: str) -> Forgotten:
        """Deletes everything of a conversation at once, and from the disk too."""
        with self.engine.begin() as connection:
            events = connection.execute(EVENTS.delete().where(EVENTS.c.sender_id == conversation))
            shown = BUTTONS.delete().where(BUTTONS.c.conversation == conversation)
            connection.execute(NUMBERED.delete().where(NUMBERED.c.conversation == conversation))
            forgotten = Forgotten(events.rowcount, connection.execute(shown).rowcount)
        self.scrub()
        return forgotten

    def purge(self, older_than: float) -> int:
        """Deletes what was last used before `older_than` (seconds of the epoch).

        Returns how many conversations are gone.
        """
        stale = (
            sa.select(EVENTS.c.sender_id)
            .group_by(EVENTS.c.sender_id)
            .having(sa.func.max(EVENTS.c.timestamp) < older_than)
            .limit(BATCH)
        )
        gone = 0
        while True:
            with self.engine.begin() as connection:
                self.unhurried(connection)
                ids = connection.execute(stale).scalars().all()
                connection.execute(EVENTS.delete().where(EVENTS.c.sender_id.in_(ids)))
                connection.execute(BUTTONS.delete().where(BUTTONS.c.conversation.in_(ids)))
                connection.execute(NUMBERED.delete().where(NUMBERED.c.conversation.in_(ids)))
            gone += len(ids)
            if len(ids) < BATCH:
                break
        day = datetime.fromtimestamp(older_than, timezone.utc).date()
        repeated = time.time() - REPEAT_SECONDS
        with self.engine.begin() as connection:
            self.unhurried(connection)
            connection.execute(NUMBERED.delete().where(NUMBERED.c.at < repeated))
            connection.execute(BUTTONS.delete().where(BUTTONS.c.at < older_than))
            connection.execute(RECEIVED.delete().where(RECEIVED.c.at < older_than))
            connection.execute(FEEDBACK.delete().where(FEEDBACK.c.day < day))
        self.scrub()
        return gone

    def scrub(self) -> None:
        """Empties SQLite's write-ahead log, in which deleted text would stand a while longer.

        While another program reads the database that cannot be done: then `unscrubbed` tells it.
        """
        if self.engine.dialect.name == "sqlite":
            with self.engine.connect() as connection:
                told = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
            self.unscrubbed = bool(told[0])
