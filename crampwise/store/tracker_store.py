"""Rasa's tracker store over our database: quick however long a conversation is, and forgetful.

Rasa's own SQL store reads and counts a session's whole history each turn, and a failure to save is
swallowed. Here a turn reads the newest events only, and a failure reaches the person as an apology.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

import sqlalchemy as sa
import structlog
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import SerializedTrackerAsText, TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, Event, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.exc import SQLAlchemyError

from crampwise.store.base import Store
from crampwise.store.repeated import MESSAGE_KEY
from crampwise.store.shared import store
from crampwise.store.tables import EVENTS

log = structlog.get_logger("crampwise.store")
# About ten turns, of which the dialogue and the safety reader make use. Rasa replays what is read
# several times a turn, so that this is what a turn in a long conversation costs.
RECENT_EVENTS = 80
FORGET = "action_forget_me"
# What these events said last still holds when they themselves are too old to be read.
LASTING = ("slot", "active_loop")
ENDING = ("session_started", "restart", "reset_slots")  # unless one of these came since


class StoredTracker(DialogueStateTracker):
    """A tracker that knows how many of its events are in the store already."""

    stored = 0
    unread: SQLAlchemyError | None = None  # why it could not be read from the store


class ConversationStore(TrackerStore, SerializedTrackerAsText):
    """Keeps conversations in the store of this process, or in the one at the URL `host`."""

    def __init__(
        self,
        domain: Domain | None = None,
        host: str | None = None,
        event_broker: EventBroker | None = None,
        kept_in: Store | None = None,
        **kwargs: Any,
    ) -> None:
        """Raises StoreError when the database cannot be used."""
        self.store = kept_in or (Store(host) if host else store())
        super().__init__(domain, event_broker, **kwargs)

    def init_tracker(self, sender_id: str) -> StoredTracker:
        return StoredTracker(sender_id, self.domain.slots, self.max_event_history)

    async def exists(self, conversation_id: str) -> bool:
        return await self.store.aside(self.store.exists, conversation_id)

    async def keys(self) -> Iterable[str]:
        return await self.store.aside(self._keys)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The tracker with the newest events of the newest session, and every slot as it is.

        While the database fails it is an empty one that cannot be saved: the turn goes far enough
        for a danger sign to be heard, and fails then.
        """
        try:
            events = await self.store.aside(self._recent, sender_id)
        except SQLAlchemyError as error:
            log.error("conversation not read", reason=str(error))
            tracker = self.init_tracker(sender_id)
            tracker.unread = error
            return tracker
        return self._tracker(sender_id, events)

    async def retrieve_full_tracker(self, conversation_id: str) -> DialogueStateTracker | None:
        """The tracker with every event of every session."""
        events = await self.store.aside(self._all, conversation_id)
        return self._tracker(conversation_id, events)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Adds what is new in `tracker`, in one transaction.

        A turn in which the person asked to be forgotten is not added; all that there is goes.
        Raises AnsweredElsewhere when another process has answered its message, and SQLAlchemyError
        when the database fails or has failed when the conversation was read; nothing is added then.
        """
        if isinstance(tracker, StoredTracker) and tracker.unread:
            raise tracker.unread
        await self.stream_events(tracker)
        known = tracker.stored if isinstance(tracker, StoredTracker) else 0
        new = list(islice(tracker.events, known, None))
        if any(isinstance(event, ActionExecuted) and event.action_name == FORGET for event in new):
            await self.store.aside(self.store.forget, tracker.sender_id)
        elif new:
            await self.store.aside(self._add, tracker.sender_id, new)
        if isinstance(tracker, StoredTracker):
            tracker.stored = len(tracker.events)

    def _tracker(self, sender_id: str, events: list[dict[str, Any]]) -> StoredTracker | None:
        if not events:
            return None
        tracker: StoredTracker = StoredTracker.from_dict(sender_id, events, self.domain.slots)
        tracker.stored = len(tracker.events)
        return tracker

    def _add(self, sender_id: str, new: list[Event]) -> None:
        with self.store.engine.begin() as connection:
            connection.execute(EVENTS.insert(), [_row(sender_id, event) for event in new])
            for event in new:
                if key := isinstance(event, UserUttered) and event.metadata.get(MESSAGE_KEY):
                    self.store.number(connection, key, sender_id)

    def _keys(self) -> Sequence[str]:
        with self.store.engine.connect() as connection:
            return list(connection.execute(sa.select(EVENTS.c.sender_id).distinct()).scalars())

    def _all(self, sender_id: str) -> list[dict[str, Any]]:
        query = sa.select(EVENTS.c.data).where(EVENTS.c.sender_id == sender_id)
        with self.store.engine.connect() as connection:
            texts = connection.execute(query.order_by(EVENTS.c.id)).scalars().all()
        return [json.loads(text) for text in texts]

    def _recent(self, sender_id: str) -> list[dict[str, Any]]:
        own = EVENTS.c.sender_id == sender_id
        begun = sa.select(sa.func.max(EVENTS.c.id)).where(
            own, EVENTS.c.type_name == "session_started"
        )
        with self.store.engine.connect() as connection:
            first = connection.execute(begun).scalar() or 0
            newest = (
                sa.select(EVENTS.c.id, EVENTS.c.data)
                .where(own, EVENTS.c.id >= first)
                .order_by(EVENTS.c.id.desc())
                .limit(RECENT_EVENTS)
            )
            rows = connection.execute(newest).all()[::-1]
            events = [json.loads(row.data) for row in rows]
            if len(rows) < RECENT_EVENTS:
                return events
            cut = _beginning(events)
            ended = sa.select(sa.func.max(EVENTS.c.id)).where(
                own, EVENTS.c.type_name.in_(ENDING), EVENTS.c.id < rows[cut].id
            )
            lasting = (
                sa.select(sa.func.max(EVENTS.c.id))
                .where(own, EVENTS.c.id > (connection.execute(ended).scalar() or 0))
                .where(EVENTS.c.id < rows[cut].id)
                .where(EVENTS.c.type_name.in_(LASTING))
                # Of a slot this is its name; of a form, its one row a name is the newest one.
                .group_by(EVENTS.c.type_name, EVENTS.c.action_name)
            )
            before = sa.select(EVENTS.c.data).where(EVENTS.c.id.in_(lasting)).order_by(EVENTS.c.id)
            texts = connection.execute(before).scalars().all()
        return [json.loads(text) for text in texts] + events[cut:]


def _beginning(events: list[dict[str, Any]]) -> int:
    """Where the first whole turn begins: at the listening before a message."""
    for index, event in enumerate(events):
        if event["event"] == "action" and event["name"] == ACTION_LISTEN_NAME:
            return index
    return 0


def _row(sender_id: str, event: Event) -> dict[str, Any]:
    data = event.as_dict()
    return {
        "sender_id": sender_id,
        "type_name": event.type_name,
        "timestamp": data.get("timestamp"),
        "intent_name": data.get("parse_data", {}).get("intent", {}).get("name"),
        "action_name": data.get("name"),
        "data": json.dumps(data),
    }
