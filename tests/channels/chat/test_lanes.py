"""Jobs of one conversation run in order, those of others meanwhile."""

from __future__ import annotations

import asyncio
import logging

from crampwise.channels.chat.lanes import Lanes


async def test_a_conversation_keeps_its_order():
    lanes, done = Lanes(most=10), []

    async def job(number: int) -> None:
        await asyncio.sleep(0.004 if number % 2 else 0)
        done.append(number)

    for number in range(8):
        assert lanes.put("one", lambda number=number: job(number))
    assert await lanes.drain(20)
    assert done == list(range(8))


async def test_conversations_do_not_wait_for_one_another():
    lanes, free, other = Lanes(most=10), asyncio.Event(), asyncio.Event()

    async def say() -> None:
        other.set()

    lanes.put("one", free.wait)
    lanes.put("two", say)
    await asyncio.wait_for(other.wait(), 1)
    free.set()
    assert await lanes.drain(20)


async def test_a_full_conversation_takes_no_more_until_one_is_done():
    lanes, free, done = Lanes(most=3), asyncio.Event(), []

    async def job() -> None:
        await free.wait()
        done.append(1)

    assert [lanes.put("one", job) for _ in range(5)] == [True, True, True, False, False]
    assert lanes.put("two", job)
    assert lanes.waiting() == 4
    free.set()
    assert await lanes.drain(20)
    assert len(done) == 4
    assert lanes.put("one", job)
    assert await lanes.drain(20)


async def test_a_failing_job_is_told_in_the_log_and_the_next_one_runs(caplog):
    lanes, done = Lanes(most=3), []

    async def fail() -> None:
        raise RuntimeError("no luck")

    async def work() -> None:
        done.append(1)

    with caplog.at_level(logging.ERROR):
        lanes.put("one", fail)
        lanes.put("one", work)
        assert await lanes.drain(20)
    assert done == [1]
    assert "no luck" in caplog.text


async def test_nothing_is_kept_when_nothing_waits():
    lanes = Lanes(most=3)

    async def job() -> None:
        await asyncio.sleep(0)

    for number in range(50):
        lanes.put(f"c{number}", job)
    assert await lanes.drain(20)
    assert lanes.waiting() == 0
    assert (lanes._jobs, lanes._tasks) == ({}, set())


async def test_what_takes_too_long_is_stopped_when_draining():
    lanes, stopped = Lanes(most=3), []

    async def endless() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            stopped.append(1)

    lanes.put("one", endless)
    await asyncio.sleep(0)
    assert not await lanes.drain(0.01)
    assert stopped == [1]
    assert lanes.waiting() == 0
