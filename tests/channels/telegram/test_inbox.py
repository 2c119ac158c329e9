"""Updates are taken once, in order, and none is lost."""

from __future__ import annotations

import asyncio

from crampwise.channels.chat.intake import MOST_WAITING
from crampwise.knowledge.shared import knowledge
from tests.channels.parrot import until
from tests.channels.telegram.harness import Scene
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
