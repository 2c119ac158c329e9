"""What is forgotten is gone, also from the disk."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, Restarted, UserUttered

from crampwise.store import Store
from crampwise.store.base import BATCH, REMEMBERED_ANSWERS
from crampwise.store.tables import EVENTS
from crampwise.store.tracker_store import ConversationStore
from tests.store.kinds import in_a_file

SECRET = "my name is Rumpelstilzchen"
FOODS = '/foods{"nutrient": "potassium"}'
DAY = 24 * 3600.0


@pytest.fixture
def conversations(store: Store) -> ConversationStore:
    return ConversationStore(Domain.empty(), kept_in=store)


async def say(conversations: ConversationStore, key: str, *events: object) -> None:
    """Adds a turn to a conversation."""
    tracker = await conversations.get_or_create_tracker(key)
    for event in events or (UserUttered(SECRET, intent={"name": "greet"}), BotUttered("hello")):
        tracker.update(event)
    await conversations.save(tracker)


def on_disk(path: Path) -> bytes:
    """All that the database's files hold."""
    return b"".join(file.read_bytes() for file in path.parent.iterdir())


async def test_forgetting_deletes_all_of_one_conversation(
    store: Store, conversations: ConversationStore
) -> None:
    await say(conversations, "one")
    await say(conversations, "two", UserUttered("hi"))
    [token] = store.keep_buttons("one", [(FOODS, "Which foods, Rumpelstilzchen?")])
    [other] = store.keep_buttons("two", [(FOODS, "Which foods?")])
    assert store.kept("one").messages == 1

    forgotten = store.forget("one")

    assert (forgotten.events, forgotten.buttons) == (3, 1)
    assert await conversations.retrieve("one") is None
    assert store.button("one", token) is None
    assert store.kept("one") == store.kept("nobody")
    assert store.kept("two").messages == 1
    assert store.button("two", other)


@in_a_file
async def test_what_is_forgotten_is_wiped_from_the_disk(
    store: Store, conversations: ConversationStore, path: Path
) -> None:
    await say(conversations, "one")
    store.keep_buttons("one", [(FOODS, "Which foods, Rumpelstilzchen?")])
    assert b"Rumpelstilzchen" in on_disk(path)
    store.forget("one")
    assert b"Rumpelstilzchen" not in on_disk(path)


async def test_a_turn_that_asks_to_be_forgotten_leaves_nothing(
    store: Store, conversations: ConversationStore
) -> None:
    await say(conversations, "one")
    asked = [UserUttered("forget me please"), ActionExecuted("action_forget_me"), Restarted()]
    await say(conversations, "one", *asked)
    assert not store.exists("one")
    await say(conversations, "one", UserUttered("hello again"))
    assert store.kept("one").messages == 1


@in_a_file
async def test_what_another_program_reads_is_wiped_once_it_has_ended(
    store: Store, conversations: ConversationStore, path: Path
) -> None:
    await say(conversations, "one")
    with sqlite3.connect(path, isolation_level=None) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM events").fetchone()
        store.forget("one")
        assert store.unscrubbed
        reader.execute("ROLLBACK")
    reader.close()
    store.scrub()
    assert not store.unscrubbed
    assert b"Rumpelstilzchen" not in on_disk(path)


async def test_purging_takes_only_what_was_last_used_before(
    store: Store, conversations: ConversationStore
) -> None:
    now = time.time()
    await say(conversations, "old", UserUttered("a", timestamp=now - 40 * DAY))
    await say(conversations, "resumed", UserUttered("b", timestamp=now - 40 * DAY))
    await say(conversations, "resumed", UserUttered("c", timestamp=now - DAY))
    # The first event of a conversation, a listening, is of now: make it as old as the rest.
    with store.engine.begin() as connection:
        older = EVENTS.update().values(timestamp=EVENTS.c.timestamp - 40 * DAY)
        connection.execute(older.where(EVENTS.c.type_name == "action"))
    store.first_time("telegram", "7")
    assert store.purge(now - 30 * DAY) == 1
    assert not store.exists("old")
    assert store.exists("resumed")
    assert not store.first_time("telegram", "7")
    assert store.purge(now + 2 * DAY) == 1
    assert store.first_time("telegram", "7")


def test_purging_goes_on_until_all_is_gone(store: Store) -> None:
    common = {"type_name": "user", "timestamp": 1.0, "data": "{}"}
    rows = [{"sender_id": f"c{number}", **common} for number in range(2 * BATCH + 1)]
    with store.engine.begin() as connection:
        connection.execute(EVENTS.insert(), rows)
    assert store.purge(2.0) == 2 * BATCH + 1
    assert store.purge(2.0) == 0


async def test_the_buttons_of_the_newest_answers_are_known(
    store: Store, conversations: ConversationStore
) -> None:
    def answer(payload: str) -> BotUttered:
        return BotUttered("an answer", {"buttons": [{"title": "t", "payload": payload}]})

    await say(conversations, "one", answer(FOODS), UserUttered("/greet"), BotUttered("no button"))
    assert store.payloads("one") == {FOODS}
    assert store.payloads("two") == set()
    await say(conversations, "one", *[answer("/relief")] * (REMEMBERED_ANSWERS - 1))
    assert FOODS not in store.payloads("one")
