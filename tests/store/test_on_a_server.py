"""What only happens on a database server: several bots, a server that ends, a log of its own."""

from __future__ import annotations

import asyncio
import os
import socket
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from crampwise.report.reading import read
from crampwise.store import MESSAGE_KEY, AnsweredElsewhere, Store, engine
from crampwise.store.database import ASIDE_SECONDS
from crampwise.store.errors import StoreError
from crampwise.store.tables import EVENTS
from crampwise.store.tracker_store import ConversationStore
from tests.postgresql import PASSWORD, PostgreSQL

BOTS = 4
SECRET = "my name is Rumpelstilzchen"


@pytest.fixture
def url(postgresql: PostgreSQL) -> str:
    """A database with nothing in it."""
    return postgresql.fresh()


@pytest.fixture
def stopped(postgresql: PostgreSQL, store: Store) -> Iterator[PostgreSQL]:
    """The server, ended after the store was opened; it runs again after the test."""
    postgresql.stop()
    yield postgresql
    if postgresql.process is None:
        postgresql.start()


def add_event(store: Store) -> None:
    with store.engine.begin() as connection:
        row = {"sender_id": "one", "type_name": "action", "timestamp": 1.0, "data": "{}"}
        connection.execute(EVENTS.insert(), row)


def test_several_bots_can_start_at_once(url: str) -> None:
    with ThreadPoolExecutor(BOTS) as pool:
        stores = list(pool.map(lambda _: Store(url), range(BOTS)))
    assert len({store.pseudonym("one") for store in stores}) == 1
    for store in stores:
        store.close()


def test_a_wrong_password_is_one_clear_line_and_is_not_told(postgresql: PostgreSQL) -> None:
    with pytest.raises(StoreError, match=r"^[^\n]*password authentication failed[^\n]*$") as error:
        Store(postgresql.url(password="opensesame"))
    assert "opensesame" not in str(error.value)


def test_a_database_that_is_not_there_is_one_clear_line(postgresql: PostgreSQL) -> None:
    with pytest.raises(StoreError, match=r'^[^\n]*"nowhere" does not exist$') as error:
        Store(postgresql.url(database="nowhere"))
    assert PASSWORD not in str(error.value)


def test_the_short_name_of_providers_is_known(url: str) -> None:
    Store(url.replace("postgresql://", "postgres://")).close()


def test_options_in_the_address_are_kept(url: str) -> None:
    store = Store(f"{url}?options=-c%20application_name%3Dcramps")
    with store.engine.connect() as connection:
        shown = connection.exec_driver_sql("SHOW application_name").scalar_one()
        timeout = connection.exec_driver_sql("SHOW statement_timeout").scalar_one()
    assert (shown, timeout) == ("cramps", f"{engine.WAIT_SECONDS}s")
    store.close()


async def test_of_two_bots_that_answer_one_message_at_once_one_is_heard(
    store: Store, url: str
) -> None:
    other = Store(url)

    async def answer(kept_in: Store, conversation: str) -> bool:
        conversations = ConversationStore(Domain.empty(), kept_in=kept_in)
        tracker = await conversations.get_or_create_tracker(conversation)
        tracker.update(UserUttered("hi", metadata={MESSAGE_KEY: "k"}))
        try:
            await conversations.save(tracker)
        except AnsweredElsewhere:
            return False
        return True

    heard = await asyncio.gather(answer(store, "one"), answer(other, "two"))
    assert sorted(heard) == [False, True]
    assert store.kept("one").messages + other.kept("two").messages == 1
    other.close()


def test_a_message_that_comes_twice_is_not_in_the_servers_log(
    store: Store, postgresql: PostgreSQL
) -> None:
    assert store.first_time("slack", "the-key", SECRET)
    assert not store.first_time("slack", "the-key", SECRET)
    assert store.waiting("slack") == [("the-key", SECRET)]
    assert "the-key" in postgresql.log()
    assert "Rumpelstilzchen" not in postgresql.log()


async def test_a_server_that_ended_is_told_at_once_and_used_again_when_it_is_back(
    store: Store, stopped: PostgreSQL
) -> None:
    begin = time.monotonic()
    for _ in range(3 * engine.CONNECTIONS):
        with pytest.raises(OperationalError):
            await store.aside(store.check)
    assert time.monotonic() - begin < engine.WAIT_SECONDS
    stopped.start()
    asked = (store.aside(store.exists, "nobody") for _ in range(3 * engine.CONNECTIONS))
    assert not any(await asyncio.gather(*asked))


async def test_a_conversation_that_could_not_be_read_is_not_written(
    store: Store, stopped: PostgreSQL
) -> None:
    conversations = ConversationStore(Domain.empty(), kept_in=store)
    tracker = await conversations.get_or_create_tracker("one", append_action_listen=False)
    tracker.update(UserUttered("hi"))
    stopped.start()
    with pytest.raises(OperationalError):
        await conversations.save(tracker)
    assert not store.exists("one")


async def test_a_server_that_does_not_answer_is_not_waited_for(store: Store) -> None:
    silence = threading.Event()
    try:
        begin = time.monotonic()
        with pytest.raises(SQLAlchemyError):
            await store.aside(silence.wait, 3 * ASIDE_SECONDS)
        store.close()
        assert time.monotonic() - begin < ASIDE_SECONDS + 2
    finally:
        silence.set()


@pytest.mark.skipif(sys.platform != "linux", reason="options of Linux")
def test_a_line_that_was_cut_without_a_word_is_given_up_in_time(store: Store) -> None:
    with store.engine.connect() as connection:
        descriptor = os.dup(connection.connection.dbapi_connection.fileno())
        with socket.socket(fileno=descriptor) as line:
            told = partial(line.getsockopt, socket.IPPROTO_TCP)
            unheard = told(socket.TCP_USER_TIMEOUT) / 1000
            idle = told(socket.TCP_KEEPIDLE) + told(socket.TCP_KEEPINTVL)
    assert 0 < unheard < ASIDE_SECONDS
    assert 0 < idle <= ASIDE_SECONDS


def test_a_purge_and_a_report_may_take_longer_than_a_person_waits(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "WAIT_SECONDS", 1)
    store = Store(url)
    add_event(store)
    with store.engine.begin() as connection:
        # Every look at an event and every deletion takes a while, as with millions of them.
        connection.exec_driver_sql("ALTER TABLE events RENAME TO many")
        connection.exec_driver_sql(
            "CREATE VIEW events AS SELECT * FROM many WHERE pg_sleep(1.2) IS NOT NULL"
        )
    with pytest.raises(OperationalError, match="statement timeout"):
        store.exists("one")
    assert read(store, 0).conversations == 0
    assert store.purge(2.0) == 1
    store.close()
