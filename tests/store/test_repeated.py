"""A message that its client numbered is known again, together with what it got."""

from __future__ import annotations

import time

import pytest
import sqlalchemy as sa
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, UserUttered

from crampwise.store import MESSAGE_KEY, Answered, AnsweredElsewhere, Store
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


def found(store: Store, key: str) -> Answered:
    answered = store.answered_before(key)
    assert answered
    return answered


def said(store: Store, key: str) -> list[str]:
    answered = found(store, key)
    assert answered.conversation == "one"
    return [event["text"] for event in answered.said]


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
    store.try_anew("k", found(store, "k"))
    assert store.answered_before("k") is None
    await turn(store, "k", "well")
    assert said(store, "k") == ["well"]


async def test_an_answer_that_was_made_meanwhile_is_not_let_go(store: Store) -> None:
    await turn(store, "k", "sorry")
    old = found(store, "k")
    store.try_anew("k", old)
    await turn(store, "k", "well")
    store.try_anew("k", old)
    assert said(store, "k") == ["well"]


async def test_of_two_answers_to_one_message_the_later_leaves_nothing(store: Store) -> None:
    await turn(store, "k", "first")
    with pytest.raises(AnsweredElsewhere):
        await turn(store, "k", "second", conversation="two")
    assert said(store, "k") == ["first"]
    assert store.kept("two").messages == 0


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
