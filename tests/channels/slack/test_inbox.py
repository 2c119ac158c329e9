"""Deliveries are taken once, in order, and none is lost."""

from __future__ import annotations

import pytest

from crampwise.store import Store
from tests.channels.parrot import Parrot
from tests.channels.slack.events import (
    CHANNEL,
    NAME,
    OTHER,
    PERSON,
    body,
    event,
    mention,
    message,
    said,
    slash,
)
from tests.channels.slack.harness import Scene, behind
from tests.channels.slack.standin import StandIn


async def test_a_message_and_its_twin_are_answered_once(scene: Scene) -> None:
    told = body(CHANNEL, text=f"{NAME} hello")
    twin = event({**told, "type": "app_mention"})
    await scene.happen(event(told), twin)
    other = body(CHANNEL, text=f"{NAME} again")
    await scene.happen(event({**other, "type": "app_mention"}), event(other))
    assert scene.bot.heard == ["hello", "again"]


async def test_a_thread_in_which_the_bot_was_named_goes_on_without_its_name(
    slack: StandIn, memory: Store
) -> None:
    opening = mention(f"{NAME} hello")
    root = opening[1]["event"]["ts"]
    async with behind(slack, memory, Parrot()) as scene:
        await scene.happen(opening)
    async with behind(slack, memory, Parrot()) as scene:
        await scene.happen(
            message(CHANNEL, text="and potassium?", thread_ts=root),
            message(CHANNEL, text="mine too", user=OTHER, thread_ts=root),
            message(CHANNEL, text="<@U99> do you know?", thread_ts=root),
            message(CHANNEL, text="elsewhere", thread_ts="1740000000.000001"),
            message("C51", text="same time, other channel", thread_ts=root),
            message(CHANNEL, text="not in the thread"),
        )
    assert scene.bot.heard == ["and potassium?", "mine too"]
    assert {sent.thread for sent in slack.sent} == {root}


async def test_a_person_has_one_conversation_in_private_and_one_in_each_thread(
    scene: Scene,
) -> None:
    senders: list[str] = []
    deliveries = [
        said("a"),
        message(text="in a thread", thread_ts="1740000000.000001"),
        said("b", OTHER),
        mention(f"{NAME} c", thread_ts="1740000000.000002"),
        mention(f"{NAME} d", thread_ts="1740000000.000003"),
        mention(f"{NAME} e", thread_ts="1740000000.000003", user=OTHER),
        slash("f", scene.slack.reply_url(CHANNEL)),
    ]
    for delivery in deliveries:
        found = scene.inbox.read(delivery)
        assert found is not None
        senders.append(scene.inbox._answering.lane(found))
    assert senders[0] == senders[1]
    assert len(set(senders)) == len(senders) - 1


async def test_when_the_store_fails_the_person_is_still_answered(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object) -> None:
        raise OSError("disk full")

    for name in ("first_time", "answered", "keep_buttons", "was_received"):
        monkeypatch.setattr(Store, name, fail)
    scene.bot.buttons = [{"title": "Relief", "payload": "/relief"}]
    await scene.happen(said("hello"))
    await scene.happen(mention(f"{NAME} hello there"))
    assert scene.slack.texts() == ["You said: hello", "You said: hello there"]
    assert scene.slack.sent[0].buttons() == []


async def test_a_channel_that_shuts_the_bot_out_does_not_disturb_it(scene: Scene) -> None:
    scene.slack.faults["chat.postMessage"] = ["is_archived"]
    await scene.happen(mention(f"{NAME} hello"))
    await scene.happen(said("hello again"))
    assert scene.slack.texts() == ["You said: hello again"]
    assert scene.store.waiting("slack") == []


async def test_nothing_in_the_store_tells_who_wrote(scene: Scene) -> None:
    scene.bot.buttons = [{"title": "Relief", "payload": "/relief"}]
    person = "U0ZEBEDEE"
    await scene.happen(said("hello", person), mention(f"{NAME} hi", "C0SECRET", user=person))
    with scene.store.engine.connect() as connection:
        kept = "\n".join(connection.connection.iterdump())
    assert "relief" in kept
    for secret in ("ZEBEDEE", "SECRET", PERSON):
        assert secret not in kept
