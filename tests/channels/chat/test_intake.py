"""Whatever the service, messages are taken once, in order, and none is lost."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from crampwise.channels.chat.intake import MOST_WAITING
from crampwise.knowledge.shared import knowledge
from crampwise.store import Store
from tests.channels.chats import Chat
from tests.channels.parrot import PATIENCE, Parrot, until


async def test_messages_of_a_person_are_answered_in_order(chat: Chat, scene: Any) -> None:
    scene.bot.before = lambda text: asyncio.sleep(0.01 if int(text) % 2 == 0 else 0)
    await scene.happen(*(chat.said(str(number)) for number in range(6)))
    assert chat.texts() == [f"You said: {number}" for number in range(6)]


async def test_messages_that_come_at_once_keep_their_order(chat: Chat, scene: Any) -> None:
    deliveries = [chat.said(str(number)) for number in range(8)]
    await asyncio.gather(*(scene.inbox.receive(one) for one in deliveries))
    assert await scene.inbox.drain(PATIENCE)
    assert scene.bot.heard == [str(number) for number in range(8)]


async def test_people_do_not_wait_for_one_another(chat: Chat, scene: Any) -> None:
    free = asyncio.Event()
    scene.bot.before = lambda text: free.wait() if text == "slow" else asyncio.sleep(0)
    await scene.inbox.receive(chat.said("slow"))
    await scene.inbox.receive(chat.said("quick", chat.other))
    await until(lambda: chat.texts() == ["You said: quick"])
    free.set()
    assert await scene.inbox.drain(PATIENCE)


async def test_what_is_delivered_again_is_dropped_also_after_a_restart(
    chat: Chat, memory: Store
) -> None:
    delivery = chat.said("once")
    for _ in range(2):
        async with chat.behind(chat.stand_in, memory, Parrot()) as scene:
            await scene.happen(delivery, delivery)
            await scene.happen(delivery)
    assert chat.texts() == ["You said: once"]


async def test_what_was_taken_before_a_stop_is_answered_after_the_start(
    chat: Chat, memory: Store
) -> None:
    never = asyncio.Event()
    async with chat.behind(chat.stand_in, memory, Parrot()) as scene:
        scene.bot.before = lambda text: never.wait()
        await scene.inbox.receive(chat.said("first"))
        await scene.inbox.receive(chat.said("second"))
        assert not await scene.inbox.drain(0.02)
        never.set()
    assert chat.texts() == []
    async with chat.behind(chat.stand_in, memory, Parrot()) as scene:
        for _ in range(2):
            await scene.inbox.pick_up()
            assert await scene.inbox.drain(PATIENCE)
    assert chat.texts() == ["You said: first", "You said: second"]


async def test_what_comes_while_the_bot_is_being_stopped_waits_for_the_next_start(
    chat: Chat, scene: Any
) -> None:
    await scene.inbox._turns._desk.drain(1)
    await scene.happen(chat.said("late"))
    assert chat.texts() == []
    assert len(scene.store.waiting(chat.name)) == 1


async def test_when_the_token_is_revoked_the_owner_is_told_and_nothing_is_lost(
    chat: Chat, memory: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    chat.stand_in.faults[chat.sending] = [chat.revoked, chat.revoked]
    async with chat.behind(chat.stand_in, memory, Parrot()) as scene:
        await scene.happen(chat.said("first"), chat.said("second"))
    assert capsys.readouterr().out.count(chat.told) == 1
    async with chat.behind(chat.stand_in, memory, Parrot()) as scene:
        await scene.inbox.pick_up()
        assert await scene.inbox.drain(PATIENCE)
    assert chat.texts() == ["You said: first", "You said: second"]
    assert memory.waiting(chat.name) == []


async def test_what_a_refused_token_held_up_is_answered_as_soon_as_it_is_taken_again(
    chat: Chat, scene: Any
) -> None:
    chat.stand_in.faults[chat.sending] = [chat.revoked]
    await scene.happen(chat.said("first"))
    await scene.happen(chat.said("second"))
    assert chat.texts() == ["You said: second", "You said: first"]
    assert scene.store.waiting(chat.name) == []


async def test_a_chat_that_shuts_the_bot_out_does_not_disturb_it(chat: Chat, scene: Any) -> None:
    chat.stand_in.faults[chat.sending] = [chat.shut_out]
    await scene.happen(chat.said("hello"), chat.said("hello again"))
    assert chat.texts() == ["You said: hello again"]
    assert scene.store.waiting(chat.name) == []


async def test_too_many_at_once_are_told_so_once_and_the_rest_is_answered(
    chat: Chat, scene: Any
) -> None:
    free = asyncio.Event()
    scene.bot.before = lambda text: free.wait()
    for number in range(MOST_WAITING + 3):
        await scene.inbox.receive(chat.said(str(number)))
    await until(lambda: chat.texts() == [knowledge().wording["chat_busy"]])
    free.set()
    assert await scene.inbox.drain(PATIENCE)
    assert len(chat.texts()) == 1 + MOST_WAITING
    assert scene.store.waiting(chat.name) == []
    await scene.happen(chat.said("again"))
    assert chat.texts()[-1] == "You said: again"


async def test_a_text_that_is_too_long_is_told_the_limit(chat: Chat, scene: Any) -> None:
    await scene.happen(chat.said("x" * 1001))
    [told] = chat.texts()
    assert "1,001 characters" in told
    assert scene.bot.heard == []


async def test_when_the_store_fails_the_person_is_still_answered(
    chat: Chat, scene: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object) -> None:
        raise OSError("disk full")

    for name in ("first_time", "answered", "keep_buttons"):
        monkeypatch.setattr(Store, name, fail)
    scene.bot.buttons = [{"title": "Relief", "payload": "/relief"}]
    await scene.happen(chat.said("hello"))
    assert chat.texts() == ["You said: hello"]


async def test_when_an_answer_cannot_be_made_the_person_hears_so(chat: Chat, scene: Any) -> None:
    scene.bot.answer = {"text": None}
    await scene.happen(chat.said("hello"))
    assert chat.texts() == [knowledge().wording["trouble"]]
