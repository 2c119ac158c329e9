"""Updates are taken once, in order, and none is lost."""

from __future__ import annotations

import asyncio

import pytest

from crampwise.channels.chat.intake import MOST_WAITING
from crampwise.knowledge.shared import knowledge
from crampwise.store import Store
from tests.channels.parrot import Parrot, until
from tests.channels.telegram.harness import Scene, behind
from tests.channels.telegram.standin import StandIn
from tests.channels.telegram.updates import (
    GROUP,
    OTHER,
    PERSON,
    PHOTO,
    mention,
    message,
    said,
    tap,
)


async def test_messages_of_a_person_are_answered_in_order(scene: Scene) -> None:
    scene.bot.before = lambda text: asyncio.sleep(0.01 if int(text) % 2 == 0 else 0)
    await scene.happen(*(said(str(number)) for number in range(6)))
    assert scene.telegram.texts() == [f"You said: {number}" for number in range(6)]


async def test_people_do_not_wait_for_one_another(scene: Scene) -> None:
    free = asyncio.Event()
    scene.bot.before = lambda text: free.wait() if text == "slow" else asyncio.sleep(0)
    await scene.inbox.receive(said("slow"))
    await scene.inbox.receive(said("quick", OTHER))
    await until(lambda: scene.telegram.texts() == ["You said: quick"])
    free.set()
    assert await scene.inbox.drain(20)


async def test_a_person_has_one_conversation_in_a_chat_and_another_in_a_group(
    scene: Scene,
) -> None:
    keys = []
    for update in (said("a"), said("b"), said("c", OTHER), mention("@CrampwiseBot d")):
        found = scene.inbox.read(update)
        assert found is not None
        keys.append(scene.inbox._answering.lane(found))
    assert keys[0] == keys[1]
    assert len(set(keys)) == 3


async def test_an_update_delivered_again_is_dropped(scene: Scene) -> None:
    update = said("once")
    await scene.happen(update, update)
    await scene.happen(update)
    assert scene.telegram.texts() == ["You said: once"]


async def test_an_update_delivered_again_after_a_restart_is_dropped(
    telegram: StandIn, memory: Store
) -> None:
    update = said("once")
    for _ in range(2):
        async with behind(telegram, memory, Parrot()) as scene:
            await scene.happen(update)
    assert telegram.texts() == ["You said: once"]


async def test_what_was_taken_before_a_stop_is_answered_after_the_start(
    telegram: StandIn, memory: Store
) -> None:
    never = asyncio.Event()
    async with behind(telegram, memory, Parrot()) as scene:
        scene.bot.before = lambda text: never.wait()
        await scene.inbox.receive(said("first"))
        await scene.inbox.receive(said("second"))
        assert not await scene.inbox.drain(0.02)
        never.set()
    assert telegram.texts() == []
    async with behind(telegram, memory, Parrot()) as scene:
        await scene.inbox.pick_up()
        assert await scene.inbox.drain(20)
        assert telegram.texts() == ["You said: first", "You said: second"]
        await scene.inbox.pick_up()
        assert await scene.inbox.drain(20)
    assert len(telegram.texts()) == 2


async def test_what_comes_while_the_bot_is_being_stopped_waits_for_the_next_start(
    scene: Scene,
) -> None:
    await scene.inbox._turns._desk.drain(20)
    await scene.happen(said("late"))
    assert scene.telegram.texts() == []
    assert len(scene.store.waiting("telegram")) == 1


async def test_too_many_at_once_are_told_so_once_and_the_rest_is_answered(scene: Scene) -> None:
    free = asyncio.Event()
    scene.bot.before = lambda text: free.wait()
    for number in range(MOST_WAITING + 3):
        await scene.inbox.receive(said(str(number)))
    await until(lambda: scene.telegram.texts() == [knowledge().wording["chat_busy"]])
    free.set()
    assert await scene.inbox.drain(20)
    assert len(scene.telegram.texts()) == 1 + MOST_WAITING
    assert scene.store.waiting("telegram") == []
    await scene.happen(said("again"))
    assert scene.telegram.texts()[-1] == "You said: again"


async def test_a_tap_that_is_one_too_many_is_told_so(scene: Scene) -> None:
    free = asyncio.Event()
    scene.bot.before = lambda text: free.wait()
    for number in range(MOST_WAITING):
        await scene.inbox.receive(said(str(number)))
    update = tap("something")
    scene.telegram.tell(update)
    await scene.inbox.receive(update)
    query = update["callback_query"]["id"]
    await until(lambda: query in scene.telegram.acknowledged)
    told = scene.telegram.acknowledged[query]
    assert told
    assert knowledge().wording["chat_busy"].startswith(told)
    free.set()
    assert await scene.inbox.drain(20)


async def test_an_album_gets_one_line(scene: Scene) -> None:
    await scene.happen(*(message(photo=PHOTO, media_group_id="55") for _ in range(4)))
    assert scene.telegram.texts() == [knowledge().wording["chat_unreadable"]]


async def test_a_text_that_is_too_long_is_told_the_limit(scene: Scene) -> None:
    await scene.happen(said("x" * 1001))
    [told] = scene.telegram.texts()
    assert "1,001 characters" in told
    assert scene.bot.heard == []


async def test_when_the_store_fails_the_person_is_still_answered(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object) -> None:
        raise OSError("disk full")

    for name in ("first_time", "answered", "keep_buttons"):
        monkeypatch.setattr(Store, name, fail)
    scene.bot.buttons = [{"title": "Relief", "payload": "/relief"}]
    await scene.happen(said("hello"))
    assert scene.telegram.texts() == ["You said: hello"]
    assert scene.telegram.sent[0].rows == []


async def test_when_an_answer_cannot_be_made_the_person_hears_so(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene.bot.answer = {"text": None}
    await scene.happen(said("hello"))
    assert scene.telegram.texts() == [knowledge().wording["trouble"]]


async def test_a_person_who_blocked_the_bot_does_not_disturb_it(scene: Scene) -> None:
    scene.telegram.faults["sendMessage"] = [403]
    await scene.happen(said("hello"), said("hello again"))
    assert scene.telegram.texts() == ["You said: hello again"]
    assert scene.store.waiting("telegram") == []


async def test_nothing_in_the_store_tells_who_wrote(scene: Scene) -> None:
    person = {**PERSON, "id": 7_654_321_012, "first_name": "Zebedee"}
    scene.bot.buttons = [{"title": "Relief", "payload": "/relief"}]
    await scene.happen(
        said("hello", person), mention("@CrampwiseBot hi", GROUP, **{"from": person})
    )
    with scene.store.engine.connect() as connection:
        kept = "\n".join(connection.connection.iterdump())
    assert "INSERT INTO" in kept
    assert "relief" in kept
    assert "7654321012" not in kept
    assert "Zebedee" not in kept
