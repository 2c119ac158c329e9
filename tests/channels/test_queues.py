"""Messages of one conversation are answered one after the other."""

from __future__ import annotations

import asyncio

import pytest

from crampwise.channels.queues import QueueFull, Queues


async def test_one_conversation_keeps_its_order():
    queues, done = Queues(), []

    async def message(number: int) -> None:
        async with queues.turn("one"):
            done.append(("begin", number))
            await asyncio.sleep(0.005 if number % 2 else 0)
            done.append(("end", number))

    await asyncio.gather(*(message(number) for number in range(8)))
    assert done == [(what, number) for number in range(8) for what in ("begin", "end")]


async def test_conversations_do_not_wait_for_one_another():
    queues, other_done = Queues(), asyncio.Event()

    async def other() -> None:
        async with queues.turn("two"):
            other_done.set()

    async with queues.turn("one"):
        task = asyncio.create_task(other())
        await asyncio.wait_for(other_done.wait(), timeout=1)
        await task


async def test_locks_are_forgotten_when_nobody_waits():
    queues = Queues()

    async def message(name: str) -> None:
        async with queues.turn(name):
            await asyncio.sleep(0)

    await asyncio.gather(*(message(f"c{number % 5}") for number in range(50)))
    assert queues._gates == {}


async def test_a_failing_turn_lets_the_next_one_in():
    queues = Queues()
    with pytest.raises(RuntimeError):
        async with queues.turn("one"):
            raise RuntimeError
    async with queues.turn("one"):
        pass
    assert queues._gates == {}


async def test_a_person_who_leaves_while_waiting_is_forgotten():
    queues = Queues()

    async def message() -> None:
        async with queues.turn("one"):
            pass

    async with queues.turn("one"):
        waiting = asyncio.create_task(message())
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
        assert queues._gates["one"][1] == 1
    assert queues._gates == {}


async def test_too_many_waiting_messages_are_turned_away():
    queues = Queues(most_waiting=2)

    async def message() -> None:
        async with queues.turn("one"):
            pass

    async with queues.turn("one"):
        waiting = [asyncio.create_task(message()) for _ in range(2)]
        await asyncio.sleep(0)
        assert queues.waiting == 2
        with pytest.raises(QueueFull):
            await message()
        async with queues.turn("two"):
            pass
    await asyncio.gather(*waiting)
    assert queues.waiting == 0
