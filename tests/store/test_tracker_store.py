"""Conversations as Rasa reads and writes them."""

from __future__ import annotations

import pytest
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    AllSlotsReset,
    BotUttered,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.engine import make_url

from crampwise.store import Store
from crampwise.store.tracker_store import RECENT_EVENTS, ConversationStore

DOMAIN = Domain.from_yaml(
    """
    version: "3.1"
    intents: [greet]
    slots:
      profile: {type: any, influence_conversation: false, mappings: [{type: custom}]}
      last: {type: any, influence_conversation: false, mappings: [{type: custom}]}
    """
)


@pytest.fixture
def conversations(store: Store) -> ConversationStore:
    return ConversationStore(DOMAIN, kept_in=store)


def turn(number: int) -> list[object]:
    """The events of a turn as Rasa makes them."""
    return [
        ActionExecuted("action_listen"),
        UserUttered(f"message {number}", intent={"name": "greet", "confidence": 1.0}),
        ActionExecuted("action_answer"),
        SlotSet("last", number),
        BotUttered(f"answer {number}", {"buttons": [{"title": "t", "payload": "/greet"}]}),
    ]


async def add(conversations: ConversationStore, key: str, events: list[object]) -> None:
    tracker = await conversations.get_or_create_tracker(key, append_action_listen=False)
    for event in events:
        tracker.update(event, DOMAIN)
    await conversations.save(tracker)


async def read(conversations: ConversationStore, key: str) -> DialogueStateTracker:
    tracker = await conversations.retrieve(key)
    assert tracker is not None
    return tracker


async def test_a_conversation_is_read_as_it_was_written(conversations: ConversationStore) -> None:
    await add(conversations, "one", [SessionStarted(), *turn(1)])
    await add(conversations, "one", turn(2))
    tracker = await read(conversations, "one")
    assert list(tracker.events) == [SessionStarted(), *turn(1), *turn(2)]
    assert tracker.get_slot("last") == 2
    assert list(await conversations.keys()) == ["one"]
    assert await conversations.retrieve("nobody") is None
    assert not await conversations.exists("nobody")


async def test_nothing_is_written_twice_when_saved_twice(conversations: ConversationStore) -> None:
    tracker = await conversations.get_or_create_tracker("one")
    tracker.update(UserUttered("hi"))
    await conversations.save(tracker)
    await conversations.save(tracker)
    assert len((await read(conversations, "one")).events) == 2


async def test_a_tracker_of_another_kind_is_written_whole(conversations: ConversationStore) -> None:
    await conversations.save(DialogueStateTracker.from_events("one", turn(1)))
    assert len((await read(conversations, "one")).events) == 5


async def test_a_new_session_leaves_the_old_one_behind(conversations: ConversationStore) -> None:
    await add(conversations, "one", [SessionStarted(), *turn(1)])
    await add(conversations, "one", [SessionStarted(), *turn(2)])
    assert list((await read(conversations, "one")).events) == [SessionStarted(), *turn(2)]
    full = await conversations.retrieve_full_tracker("one")
    assert full is not None
    assert len(full.events) == 12


async def test_a_long_conversation_is_read_in_part_but_remembers_its_slots_and_form(
    conversations: ConversationStore,
) -> None:
    await add(conversations, "one", [SessionStarted(), SlotSet("profile", {"age": 70})])
    await add(conversations, "one", [ActiveLoop("check_form"), SlotSet("profile", {"age": 71})])
    for number in range(100):
        await add(conversations, "one", turn(number))
    tracker = await read(conversations, "one")
    assert len(tracker.events) <= RECENT_EVENTS + 3
    assert tracker.get_slot("profile") == {"age": 71}
    assert tracker.get_slot("last") == 99
    assert tracker.active_loop_name == "check_form"
    assert tracker.latest_message.text == "message 99"
    first = next(e for e in tracker.events if not isinstance(e, (SlotSet, ActiveLoop)))
    assert first == ActionExecuted("action_listen")
    full = await conversations.retrieve_full_tracker("one")
    assert [e.text for e in full.events if isinstance(e, UserUttered)] == [
        f"message {number}" for number in range(100)
    ]


async def test_what_was_ended_does_not_come_back_from_before(
    conversations: ConversationStore,
) -> None:
    await add(conversations, "one", [SessionStarted(), SlotSet("profile", {"age": 70})])
    await add(conversations, "one", [ActiveLoop("check_form"), ActiveLoop(None), AllSlotsReset()])
    for number in range(100):
        await add(conversations, "one", turn(number))
    tracker = await read(conversations, "one")
    assert tracker.get_slot("profile") is None
    assert tracker.active_loop_name is None


async def test_rasas_own_store_reads_what_ours_writes(
    conversations: ConversationStore, url: str
) -> None:
    await add(conversations, "one", [SessionStarted(), *turn(1)])
    there = make_url(url)
    rasas = SQLTrackerStore(
        DOMAIN, dialect=there.drivername, host=there.host, port=there.port,
        db=there.database, username=there.username, password=there.password,
    )  # fmt: skip
    tracker = await rasas.retrieve("one")
    assert tracker is not None
    assert list(tracker.events) == [SessionStarted(), *turn(1)]


async def test_a_failure_to_write_is_not_hidden(
    store: Store, conversations: ConversationStore
) -> None:
    tracker = await conversations.get_or_create_tracker("one")
    tracker.update(UserUttered("hi"))
    with store.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE events")
    with pytest.raises(Exception, match=r"no such table|does not exist"):
        await conversations.save(tracker)
