"""Many messages at once, limits, and what is in hand when the bot is stopped."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import pytest
from rasa.core.channels.channel import UserMessage

from crampwise.channels.desk import MOST_OF_ADDRESS, Desk, Said
from crampwise.channels.door import Refused
from crampwise.channels.queues import MOST_WAITING
from crampwise.store import Store
from tests.channels.fakes import bot

HELLO = {"text": "Hello."}


def said(text: Any = "hi", conversation: str = "web:1", **more: Any) -> Said:
    return Said("web", conversation, text, **more)


async def test_messages_of_one_conversation_are_answered_in_order(front: Desk) -> None:
    order: list[str] = []

    async def on_new_message(message: UserMessage) -> None:
        await asyncio.sleep(0.01 if message.text == "0" else 0)
        order.append(message.text)
        await message.output_channel.send_text_message("", message.text)

    answers = await asyncio.gather(
        *(front.answer(said(str(number)), on_new_message) for number in range(4))
    )
    assert order == [replies[0].plain for replies in answers] == ["0", "1", "2", "3"]


async def test_a_flood_of_one_conversation_is_turned_away_in_words(front: Desk) -> None:
    async def slow(message: UserMessage) -> None:
        await asyncio.sleep(0.02)

    told = await asyncio.gather(
        *(front.answer(said(), slow) for _ in range(MOST_WAITING + 3)), return_exceptions=True
    )
    turned_away = [answer for answer in told if isinstance(answer, Refused)]
    assert [refusal.code for refusal in turned_away] == ["busy", "busy"]
    assert all(refusal.retry_after and refusal.status == 429 for refusal in turned_away)


async def test_a_crowd_behind_one_address_does_not_keep_others_waiting(front: Desk) -> None:
    order: list[str] = []

    async def on_new_message(message: UserMessage) -> None:
        await asyncio.sleep(0.01)
        order.append(message.sender_id)

    crowd = [
        asyncio.create_task(
            front.answer(said("hi", f"web:{number}", address="203.0.113.9"), on_new_message)
        )
        for number in range(MOST_OF_ADDRESS)
    ]
    await asyncio.sleep(0)
    await front.answer(said("hi", "web:other", address="198.51.100.7"), on_new_message)
    assert order.index("web:other") <= 1
    await asyncio.gather(*crowd)
    assert len(order) == MOST_OF_ADDRESS + 1


async def test_of_one_address_only_a_few_messages_wait(front: Desk) -> None:
    async def slow(message: UserMessage) -> None:
        await asyncio.sleep(0.02)

    crowd = [
        front.answer(said("hi", f"web:{number}", address="203.0.113.9"), slow)
        for number in range(MOST_OF_ADDRESS + 3)
    ]
    told = await asyncio.gather(*crowd, return_exceptions=True)
    assert [told.code for told in told if isinstance(told, Refused)] == ["busy", "busy"]


async def test_a_conversation_and_an_address_have_their_limits(kept_in: Store) -> None:
    front = Desk(kept_in, a_minute=2, an_address=3)
    for _ in range(2):
        await front.answer(said(), bot(HELLO))
    with pytest.raises(Refused) as refusal:
        await front.answer(said(), bot(HELLO))
    assert (refusal.value.code, refusal.value.status) == ("too_many", 429)
    assert refusal.value.retry_after == 60
    assert "60 seconds" in refusal.value.message
    assert await front.answer(said(counted=False), bot(HELLO))
    assert await front.answer(said(conversation="web:2"), bot(HELLO))
    for _ in range(3):
        front.admit("web", "203.0.113.9")
    with pytest.raises(Refused):
        front.admit("web", "203.0.113.9")
    front.admit("web", "203.0.113.10")
    for _ in range(10):
        front.admit("web", None)


async def test_a_person_who_leaves_does_not_stop_the_turn(front: Desk) -> None:
    done = asyncio.Event()

    async def on_new_message(message: UserMessage) -> None:
        await asyncio.sleep(0.01)
        done.set()

    leaving = asyncio.create_task(front.answer(said(), on_new_message))
    await asyncio.sleep(0)
    leaving.cancel()
    await asyncio.gather(leaving, return_exceptions=True)
    await asyncio.wait_for(done.wait(), timeout=1)


async def test_draining_answers_what_is_in_hand_and_takes_no_more(front: Desk) -> None:
    begun = asyncio.Event()

    async def on_new_message(message: UserMessage) -> None:
        begun.set()
        await asyncio.sleep(0.05)
        await message.output_channel.send_text_message("", "done")

    in_hand = asyncio.create_task(front.answer(said(), on_new_message))
    await begun.wait()
    draining = asyncio.create_task(front.drain(seconds=5))
    await asyncio.sleep(0)
    assert front.stopping
    for attempt in (front.answer(said(), bot(HELLO)), asyncio.to_thread(front.admit, "web", "a")):
        with pytest.raises(Refused) as refusal:
            await attempt
        assert (refusal.value.code, refusal.value.status) == ("stopping", 503)
    assert await draining
    assert (await in_hand)[0].plain == "done"


async def test_draining_gives_up_in_time(front: Desk) -> None:
    async def on_new_message(message: UserMessage) -> None:
        await asyncio.sleep(1)

    hanging = asyncio.create_task(front.answer(said(), on_new_message))
    await asyncio.sleep(0.01)
    begin = time.monotonic()
    assert not await front.drain(seconds=0.05)
    assert time.monotonic() - begin < 0.5
    hanging.cancel()


async def test_forgetting_waits_for_the_message_in_hand(front: Desk, kept_in: Store) -> None:
    order: list[str] = []

    async def on_new_message(message: UserMessage) -> None:
        await asyncio.sleep(0.02)
        order.append("answered")

    turn = asyncio.create_task(front.answer(said(), on_new_message))
    await asyncio.sleep(0.005)
    forgotten = await front.forget("web:1")
    order.append("forgotten")
    await turn
    assert order == ["answered", "forgotten"]
    assert forgotten.events == 0
