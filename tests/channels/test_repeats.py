"""A message that is sent again gets the answer it had."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from crampwise.channels.door import Refused
from crampwise.channels.repeats import Repeats, repeat_key
from crampwise.store import Store

ID = "0123456789abcdef"
Make = Callable[[], Awaitable[dict[str, Any]]]


def worth(answer: dict[str, Any]) -> bool:
    return answer["messages"] != ["trouble"]


def maker(kept_in: Store, conversation: str, said: str, seconds: float = 0.0) -> tuple[Make, list]:
    """What makes an answer in a conversation that is in the store, and how often it did."""
    made: list[str] = []

    async def make() -> dict[str, Any]:
        made.append(said)
        await asyncio.sleep(seconds)
        with kept_in.engine.begin() as connection:
            connection.exec_driver_sql(
                "INSERT INTO events (sender_id, type_name, data) VALUES (?, 'user', '{}')",
                (conversation,),
            )
        return {"conversation": conversation, "messages": [said]}

    return make, made


async def settled(repeats: Repeats, key: str) -> None:
    """Waits until an answer is kept or is not going to be."""
    while key in repeats._in_hand:
        await asyncio.sleep(0.001)


async def test_a_repeat_gets_the_same_answer_also_after_a_restart(kept_in: Store) -> None:
    key = repeat_key(ID, None, "restart", None)
    make, made = maker(kept_in, "r:1", "once")
    before = Repeats(kept_in)
    first = await before.once(key, make, worth)
    await settled(before, key)
    assert await before.once(key, make, worth) == first
    assert await Repeats(kept_in).once(key, make, worth) == first
    assert made == ["once"]


async def test_a_repeat_while_the_first_is_in_hand_waits_for_it(kept_in: Store) -> None:
    key, repeats = repeat_key(ID, None, "in hand", None), Repeats(kept_in)
    make, made = maker(kept_in, "r:2", "slow", seconds=0.02)
    answers = await asyncio.gather(*(repeats.once(key, make, worth) for _ in range(3)))
    assert answers == [answers[0]] * 3
    assert made == ["slow"]


async def test_a_person_whose_line_breaks_gets_the_answer_on_asking_again(kept_in: Store) -> None:
    key, repeats = repeat_key(ID, None, "broken", None), Repeats(kept_in)
    make, made = maker(kept_in, "r:3", "heard", seconds=0.02)
    leaving = asyncio.create_task(repeats.once(key, make, worth))
    await asyncio.sleep(0.005)
    leaving.cancel()
    assert (await repeats.once(key, make, worth))["messages"] == ["heard"]
    assert made == ["heard"]


async def test_an_apology_is_not_repeated(kept_in: Store) -> None:
    key, repeats = repeat_key(ID, None, "apology", None), Repeats(kept_in)
    sorry, _ = maker(kept_in, "r:4", "trouble")
    well, _ = maker(kept_in, "r:4", "well")
    await repeats.once(key, sorry, worth)
    await settled(repeats, key)
    assert (await repeats.once(key, well, worth))["messages"] == ["well"]


async def test_a_refusal_is_not_repeated(kept_in: Store) -> None:
    key, repeats = repeat_key(ID, None, "refusal", None), Repeats(kept_in)
    make, _ = maker(kept_in, "r:5", "well")

    async def refuse() -> dict[str, Any]:
        raise Refused("busy", "Wait.")

    with pytest.raises(Refused):
        await repeats.once(key, refuse, worth)
    await settled(repeats, key)
    assert (await repeats.once(key, make, worth))["messages"] == ["well"]


async def test_a_forgotten_answer_is_not_given_again(kept_in: Store) -> None:
    key, repeats = repeat_key(ID, None, "forgotten", None), Repeats(kept_in)
    make, made = maker(kept_in, "r:6", "secret")
    await repeats.once(key, make, worth)
    await settled(repeats, key)
    kept_in.forget("r:6")
    assert kept_in.answer(key) is None
    await repeats.once(key, make, worth)
    assert made == ["secret", "secret"]


async def test_a_message_without_an_id_is_answered_each_time(kept_in: Store) -> None:
    make, made = maker(kept_in, "r:7", "twice")
    for _ in range(2):
        await Repeats(kept_in).once(repeat_key(None, None, "hello", None), make, worth)
    assert made == ["twice", "twice"]


async def test_a_database_that_fails_keeps_nobody_from_an_answer(kept_in, monkeypatch) -> None:
    def fail(*_: object) -> None:
        raise OperationalError("select", {}, Exception("database is locked"))

    key, repeats = repeat_key(ID, None, "locked", None), Repeats(kept_in)
    make, _ = maker(kept_in, "r:8", "all the same")
    for name in ("answer", "keep_answer"):
        monkeypatch.setattr(kept_in, name, fail)
    assert (await repeats.once(key, make, worth))["messages"] == ["all the same"]
    await settled(repeats, key)


@pytest.mark.parametrize("other", [("c", "hi", None), (None, "ho", None), (None, None, "hi")])
def test_another_message_with_the_same_id_is_no_repeat(other: tuple[str | None, ...]) -> None:
    assert repeat_key(ID, None, "hi", None) != repeat_key(ID, *other)


@pytest.mark.parametrize("odd", ["short", "x" * 65, "0123456789abcde\n", "é" * 20, 7, ["a"], ""])
def test_an_id_of_another_shape_is_refused(odd: object) -> None:
    with pytest.raises(Refused) as refusal:
        repeat_key(odd, None, "hi", None)
    assert refusal.value.code == "bad_message_id"
