"""A message that its client numbered is known again, together with what it got."""

from __future__ import annotations

import time

import pytest
import sqlalchemy as sa
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, UserUttered

from crampwise.store import MESSAGE_KEY, Store
from crampwise.store.repeated import REPEAT_SECONDS
from crampwise.store.tables import NUMBERED
from crampwise.store.tracker_store import ConversationStore


async def turn(store: Store, key: str | None, *said: str, conversation: str = "one") -> None:
    """One turn of a conversation."""
    conversations = ConversationStore(Domain.empty(), kept_in=store)
    tracker = await conversations.get_or_create_tracker(conversation)
    metadata = {MESSAGE_KEY: key} if key else {}
    for event in (UserUttered("hi", metadata=metadata), *map(BotUttered, said)):
        tracker.update(event)
    await conversations.save(tracker)


def said(store: Store, key: str) -> list[str]:
    found = store.answered_before(key)
    assert found
    assert found.conversation == "one"
    return [event["text"] for event in found.said]


async def test_a_numbered_message_is_known_by_all_that_was_said_to_it(store: Store) -> None:
    await turn(store, None, "before")
    await turn(store, "k", "first", "second")
    assert said(store, "k") == ["first", "second"]
    await turn(store, "l", "after")
    assert said(store, "k") == ["first", "second"]
    assert said(store, "l") == ["after"]
    assert store.answered_before("m") is None


async def test_one_that_is_answered_anew_is_known_by_its_newest_answer(store: Store) -> None:
    await turn(store, "k", "sorry")
    await turn(store, "k", "well")
    assert said(store, "k") == ["well"]


async def test_it_is_known_for_some_minutes(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    await turn(store, "k", "first")
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + REPEAT_SECONDS + 1)
    assert store.answered_before("k") is None
    store.purge(0)
    with store.engine.connect() as connection:
        assert connection.execute(sa.select(NUMBERED)).all() == []


async def test_nothing_is_known_of_one_that_was_forgotten(store: Store) -> None:
    await turn(store, "k", "first")
    store.forget("one")
    assert store.answered_before("k") is None
    conversations = ConversationStore(Domain.empty(), kept_in=store)
    tracker = await conversations.get_or_create_tracker("one")
    tracker.update(UserUttered("forget me", metadata={MESSAGE_KEY: "k"}))
    tracker.update(ActionExecuted("action_forget_me"))
    await conversations.save(tracker)
    with store.engine.connect() as connection:
        assert connection.execute(sa.select(NUMBERED)).all() == []
