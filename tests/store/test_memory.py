"""What channels remember, also after a restart."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timezone

import sqlalchemy as sa

from crampwise.store import Store
from crampwise.store.tables import FEEDBACK


def test_a_message_is_received_for_the_first_time_once(store: Store) -> None:
    assert store.first_time("telegram", "7")
    assert not store.first_time("telegram", "7")
    assert store.first_time("telegram", "8")
    assert store.first_time("slack", "7")


def test_only_one_of_many_at_once_is_the_first(store: Store) -> None:
    with ThreadPoolExecutor(8) as pool:
        firsts = list(pool.map(lambda _: store.first_time("telegram", "7"), range(40)))
    assert firsts.count(True) == 1


def test_what_was_received_is_known_after_a_restart(store: Store, url: str) -> None:
    store.first_time("telegram", "7")
    again = Store(url)
    assert not again.first_time("telegram", "7")
    again.close()


def test_an_acknowledged_message_waits_until_it_is_answered(store: Store) -> None:
    store.first_time("slack", "a", "first")
    store.first_time("slack", "b", "second")
    store.first_time("slack", "c")
    store.first_time("telegram", "d", "of another channel")
    assert store.waiting("slack") == [("a", "first"), ("b", "second")]
    store.answered("slack", "a")
    assert store.waiting("slack") == [("b", "second")]
    assert not store.first_time("slack", "a", "first")


def test_a_button_is_found_by_its_token_in_its_own_conversation_only(store: Store) -> None:
    [token] = store.keep_buttons("telegram:1", [('/foods{"nutrient": "iron"}', "Which foods?")])
    assert len(token) <= 24
    assert store.button("telegram:1", token) == ('/foods{"nutrient": "iron"}', "Which foods?")
    assert store.button("telegram:2", token) is None
    assert store.button("telegram:1", "made up") is None


def test_a_value_is_kept_until_it_is_set_anew(store: Store, url: str) -> None:
    assert store.value("telegram", "offset") is None
    store.set_value("telegram", "offset", "5")
    store.set_value("telegram", "offset", "6")
    store.set_value("slack", "offset", "1")
    again = Store(url)
    assert again.value("telegram", "offset") == "6"
    again.close()


def test_feedback_holds_the_topic_and_the_day_and_no_more(store: Store) -> None:
    store.feedback("magnesium.foods", helpful=False)
    with store.engine.connect() as connection:
        [row] = connection.execute(sa.select(FEEDBACK)).mappings()
    today = datetime.now(timezone.utc).date()
    assert dict(row) == {"id": 1, "day": today, "topic": "magnesium.foods", "helpful": False}


def test_whether_something_was_received_can_be_asked_without_noting_it(store: Store) -> None:
    assert not store.was_received("slack", "thread 1")
    assert store.first_time("slack", "thread 1")
    assert store.was_received("slack", "thread 1")
    assert not store.was_received("telegram", "thread 1")
