"""A message that is sent again gets the answer it had."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from crampwise.channels.door import Refused
from crampwise.channels.gathering import reply
from crampwise.channels.repeats import Repeats, repeat_key
from crampwise.store import Store
from crampwise.store.tables import EVENTS

ID = "0123456789abcdef"


class Bot:
    """Answers as the real one does: what it says is in the store, with the message's key."""

    def __init__(self, kept_in: Store, conversation: str, topic: str = "smalltalk") -> None:
        self.turns = 0
        self.seconds = 0.0
        self.topic = topic
        self.key: str | None = None
        self._store, self._conversation = kept_in, conversation

    async def __call__(self) -> dict[str, Any]:
        self.turns += 1
        await asyncio.sleep(self.seconds)
        told = {"text": f"Answer {self.turns}.", "topic": self.topic}
        data = {"event": "bot", "text": told["text"], "metadata": {"topic": self.topic}}
        user = {"sender_id": self._conversation, "type_name": "user", "data": "{}"}
        with self._store.engine.begin() as connection:
            connection.execute(EVENTS.insert(), user)
            if self.key:
                self._store.number(connection, self.key, self._conversation)
            bot = {**user, "type_name": "bot", "data": json.dumps(data)}
            connection.execute(EVENTS.insert(), bot)
        return {"conversation": self._conversation, "messages": [reply(told).answer]}


def key(words: str) -> str:
    found = repeat_key(ID, None, words, None)
    assert found
    return found


async def test_a_repeat_gets_the_same_answer_also_after_a_restart(kept_in: Store) -> None:
    bot = Bot(kept_in, "r:1")
    bot.key = key("restart")
    first = await Repeats(kept_in).once(bot.key, bot)
    assert await Repeats(kept_in).once(bot.key, bot) == first
    assert bot.turns == 1


async def test_a_repeat_while_the_first_is_in_hand_waits_for_it(kept_in: Store) -> None:
    bot, repeats = Bot(kept_in, "r:2"), Repeats(kept_in)
    bot.key, bot.seconds = key("in hand"), 0.02
    answers = await asyncio.gather(*(repeats.once(bot.key, bot) for _ in range(3)))
    assert answers == [answers[0]] * 3
    assert bot.turns == 1


async def test_a_person_whose_line_breaks_gets_the_answer_on_asking_again(kept_in: Store) -> None:
    bot, repeats = Bot(kept_in, "r:3"), Repeats(kept_in)
    bot.key, bot.seconds = key("broken"), 0.02
    leaving = asyncio.create_task(repeats.once(bot.key, bot))
    await asyncio.sleep(0.005)
    leaving.cancel()
    assert (await repeats.once(bot.key, bot))["messages"][0]["text"] == "Answer 1."
    assert bot.turns == 1


async def test_an_apology_is_not_repeated(kept_in: Store) -> None:
    bot, repeats = Bot(kept_in, "r:4", topic="trouble"), Repeats(kept_in)
    bot.key = key("apology")
    await repeats.once(bot.key, bot)
    bot.topic = "smalltalk"
    assert (await repeats.once(bot.key, bot))["messages"][0]["text"] == "Answer 2."
    assert (await repeats.once(bot.key, bot))["messages"][0]["text"] == "Answer 2."


async def test_a_refusal_is_not_repeated(kept_in: Store) -> None:
    bot, repeats = Bot(kept_in, "r:5"), Repeats(kept_in)
    bot.key = key("refusal")

    async def refuse() -> dict[str, Any]:
        raise Refused("busy", "Wait.")

    with pytest.raises(Refused):
        await repeats.once(bot.key, refuse)
    assert (await repeats.once(bot.key, bot))["messages"][0]["text"] == "Answer 1."


async def test_a_message_without_an_id_is_answered_each_time(kept_in: Store) -> None:
    bot = Bot(kept_in, "r:6")
    for _ in range(2):
        await Repeats(kept_in).once(repeat_key(None, None, "hello", None), bot)
    assert bot.turns == 2


async def test_a_database_that_fails_keeps_nobody_from_an_answer(kept_in, monkeypatch) -> None:
    def fail(*_: object) -> None:
        raise OperationalError("select", {}, Exception("database is locked"))

    bot = Bot(kept_in, "r:7")
    monkeypatch.setattr(kept_in, "answered_before", fail)
    assert (await Repeats(kept_in).once(key("locked"), bot))["messages"]


@pytest.mark.parametrize("other", [("c", "hi", None), (None, "ho", None), (None, None, "hi")])
def test_another_message_with_the_same_id_is_no_repeat(other: tuple[str | None, ...]) -> None:
    assert repeat_key(ID, None, "hi", None) != repeat_key(ID, *other)


@pytest.mark.parametrize("odd", ["short", "x" * 65, "0123456789abcde\n", "é" * 20, 7, ["a"], ""])
def test_an_id_of_another_shape_is_refused(odd: object) -> None:
    with pytest.raises(Refused) as refusal:
        repeat_key(odd, None, "hi", None)
    assert refusal.value.code == "bad_message_id"
