"""Reads from the store how the bot was used."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timezone
from itertools import groupby
from typing import Any

import sqlalchemy as sa

from crampwise.store import Store
from crampwise.store.tables import EVENTS, FEEDBACK

BEGIN_CHECK, END_CHECK = "action_begin_check", "action_end_check"
ASKED = "requested_slot"  # in which Rasa keeps the question that a form asks
UNANSWERED = ("unknown", "unsure")  # topics of answers that are none


@dataclass(frozen=True)
class Turn:
    """One message and how it was answered. `text` is None when a button was tapped."""

    day: date
    text: str | None
    intent: str | None
    confidence: float
    topics: tuple[str, ...]
    urgency: str | None

    @property
    def unanswered(self) -> bool:
        return any(topic in UNANSWERED for topic in self.topics)


@dataclass
class Use:
    """All of it. `left_at` counts the questions of the cramp check at which people left."""

    turns: list[Turn] = field(default_factory=list)
    conversations: int = 0
    checks_begun: int = 0
    checks_finished: int = 0
    left_at: Counter[str] = field(default_factory=Counter)
    helpful: Counter[str] = field(default_factory=Counter)
    unhelpful: Counter[str] = field(default_factory=Counter)


def read(store: Store, since: float) -> Use:
    """What was said since `since` (seconds of the epoch)."""
    use = Use()
    columns = (EVENTS.c.sender_id, EVENTS.c.type_name, EVENTS.c.action_name, EVENTS.c.data)
    kinds = ("user", "bot", "action", "slot")
    query = (
        sa.select(*columns)
        .where(EVENTS.c.timestamp >= since, EVENTS.c.type_name.in_(kinds))
        .order_by(EVENTS.c.sender_id, EVENTS.c.id)
    )
    with store.engine.connect() as connection:
        store.unhurried(connection)
        rows = connection.execution_options(stream_results=True).execute(query)
        for _, conversation in groupby(rows, key=lambda row: row.sender_id):
            events = [(row.type_name, row.action_name, row.data) for row in conversation]
            turns = list(_turns(events))
            use.turns.extend(turns)
            use.conversations += bool(turns)
            _checks(events, use)
        day = datetime.fromtimestamp(since, timezone.utc).date()
        opinions = sa.select(FEEDBACK.c.topic, FEEDBACK.c.helpful).where(FEEDBACK.c.day >= day)
        for topic, helpful in connection.execute(opinions):
            (use.helpful if helpful else use.unhelpful)[topic] += 1
    return use


Event = tuple[str, str | None, str]  # kind, name, data


def _turns(events: list[Event]) -> Iterator[Turn]:
    said: dict[str, Any] | None = None
    answers: list[dict[str, Any]] = []
    for kind, _, data in events:
        if kind == "user":
            if said is not None:
                yield _turn(said, answers)
            said, answers = json.loads(data), []
        elif kind == "bot":
            answers.append(json.loads(data).get("metadata", {}).get("answer") or {})
    if said is not None:
        yield _turn(said, answers)


def _turn(said: dict[str, Any], answers: list[dict[str, Any]]) -> Turn:
    text, intent = said.get("text") or "", said.get("parse_data", {}).get("intent") or {}
    return Turn(
        day=datetime.fromtimestamp(said["timestamp"], timezone.utc).date(),
        text=None if text.startswith("/") else text,
        intent=intent.get("name"),
        confidence=float(intent.get("confidence") or 0),
        topics=tuple(answer["topic"] for answer in answers if answer.get("topic")),
        urgency=next((answer["urgency"] for answer in answers if answer.get("urgency")), None),
    )


def _checks(events: list[Event], use: Use) -> None:
    open_check, question = False, None
    for kind, name, data in events:
        if kind == "action" and name == BEGIN_CHECK and not open_check:
            open_check, question = True, None
            use.checks_begun += 1
        elif kind == "action" and name == END_CHECK and open_check:
            open_check = False
            use.checks_finished += 1
        elif kind == "slot" and name == ASKED:
            question = json.loads(data).get("value") or question
    if open_check:
        use.left_at[question or "the beginning"] += 1
