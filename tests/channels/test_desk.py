"""The one way from any channel into the bot."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import pytest
from prometheus_client import REGISTRY
from rasa.core.channels.channel import UserMessage
from sqlalchemy.exc import OperationalError
from structlog.testing import capture_logs

from crampwise.channels import desk as desk_module
from crampwise.channels.desk import Desk, Said, desk
from crampwise.channels.door import Refused
from crampwise.channels.queues import MOST_WAITING
from crampwise.store import Store
from tests.channels.fakes import bot

HELLO = {"text": "Hello."}
EMERGENCY = {
    "text": "Call now.",
    "answer": {
        "text": "Call now.", "buttons": [], "sources": [], "topic": "red_flag.heart",
        "urgency": "emergency",
    },
}  # fmt: skip
FOODS = '/foods{"nutrient": "potassium"}'


def said(text: Any = "hi", conversation: str = "web:1", **more: Any) -> Said:
    return Said("web", conversation, text, **more)


def count(name: str, **labels: str) -> float:
    return REGISTRY.get_sample_value(f"crampwise_{name}_total", labels) or 0.0


async def test_replies_come_with_their_text_and_their_form(front: Desk) -> None:
    answer = {**EMERGENCY["answer"], "parts": {"short": "Call now."}}
    message = {"text": "Call now.\nSources: none", "answer": answer}
    first, second = await front.answer(said(), bot(HELLO, message))
    assert first.plain == "Hello."
    assert first.answer == {
        "text": "Hello.", "buttons": [], "sources": [], "topic": "smalltalk", "urgency": None,
    }  # fmt: skip
    assert second.plain == "Call now.\nSources: none"
    assert second.answer == answer


async def test_the_bot_gets_the_text_the_conversation_and_the_channel(front: Desk) -> None:
    got: list[UserMessage] = []

    async def on_new_message(message: UserMessage) -> None:
        got.append(message)

    await front.answer(said("/restart now "), on_new_message)
    [message] = got
    assert message.text == "restart now"
    assert message.sender_id == "web:1"
    assert message.input_channel == message.output_channel.name() == "web"


async def test_a_bot_with_nothing_to_say_apologises(front: Desk, knowledge) -> None:
    [reply] = await front.answer(said(), bot())
    assert reply.plain == knowledge.wording["trouble"]
    assert "urgent" in reply.plain
    assert reply.answer["topic"] == "trouble"


async def test_a_failure_is_told_in_words_and_its_reason_is_logged(front: Desk) -> None:
    before = count("errors", kind="RuntimeError")
    with capture_logs() as logs:
        [reply] = await front.answer(said("a secret"), bot(HELLO, then=RuntimeError("broken")))
    assert reply.answer["topic"] == "trouble"
    [failed] = [line for line in logs if line["event"] == "turn failed"]
    assert failed["log_level"] == "error"
    assert failed["exc_info"]
    assert "a secret" not in str(logs)
    assert count("errors", kind="RuntimeError") == before + 1
    assert [reply.plain for reply in await front.answer(said(), bot(HELLO))] == ["Hello."]


async def test_what_is_urgent_is_said_though_the_turn_failed_afterwards(front: Desk) -> None:
    [reply] = await front.answer(said(), bot(EMERGENCY, HELLO, then=RuntimeError("disk full")))
    assert reply.plain == "Call now."


async def test_a_bot_that_hangs_is_given_up(front: Desk, monkeypatch) -> None:
    monkeypatch.setattr(desk_module, "ANSWER_SECONDS", 0.02)

    async def on_new_message(message: UserMessage) -> None:
        await asyncio.sleep(60)

    [reply] = await front.answer(said(), on_new_message)
    assert reply.answer["topic"] == "trouble"


@pytest.mark.parametrize(
    ("text", "code"), [(None, "bad_text"), ("", "empty"), ("x" * 1001, "too_long")]
)
async def test_what_is_no_message_is_refused_and_never_reaches_the_bot(
    front: Desk, text: Any, code: str
) -> None:
    with pytest.raises(Refused) as refusal:
        await front.answer(said(text), bot(then=AssertionError("reached")))
    assert refusal.value.code == code


async def test_only_a_payload_that_the_conversation_was_shown_is_taken(
    front: Desk, kept_in: Store
) -> None:
    with kept_in.engine.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO events (sender_id, type_name, timestamp, data) VALUES (?, 'bot', 1, ?)",
            ("web:shown", '{"data": {"buttons": [{"title": "t", "payload": "/greet"}]}}'),
        )
    replies = await front.answer(said(None, "web:shown", payload="/greet"), bot(HELLO))
    assert replies[0].plain == "Hello."
    for conversation, payload in (("web:shown", FOODS), ("web:other", "/greet"), ("web:shown", 7)):
        with pytest.raises(Refused) as refusal:
            await front.answer(said(None, conversation, payload=payload), bot(HELLO))
        assert refusal.value.code == "unknown_button"


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
        for number in range(12)
    ]
    await asyncio.sleep(0)
    await front.answer(said("hi", "web:other", address="198.51.100.7"), on_new_message)
    assert order.index("web:other") <= 1
    await asyncio.gather(*crowd)
    assert len(order) == 13


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


async def test_a_database_that_fails_is_told_in_words(front: Desk, kept_in: Store, monkeypatch):
    def fail(*_: object) -> None:
        raise OperationalError("select", {}, Exception("database is locked"))

    for name in ("payloads", "exists", "intent"):
        monkeypatch.setattr(kept_in, name, fail)
    [reply] = await front.answer(said(None, payload="/greet"), bot(HELLO))
    assert reply.answer["topic"] == "trouble"
    assert await front.knows("0" * 32)
    assert (await front.answer(said(), bot(HELLO)))[0].plain == "Hello."


async def test_turns_are_counted(front: Desk) -> None:
    fallback = {"text": "?", "answer": {**EMERGENCY["answer"], "topic": "unknown", "urgency": None}}
    before = [
        count("messages", channel="web", intent="none"),
        count("red_flags", level="emergency"),
        count("fallbacks", kind="unknown"),
        count("errors", kind="action"),
    ]
    await front.answer(said(), bot(EMERGENCY))
    await front.answer(said(), bot(fallback))
    await front.answer(said(), bot({"text": "Sorry.", "topic": "trouble"}))
    after = [
        count("messages", channel="web", intent="none"),
        count("red_flags", level="emergency"),
        count("fallbacks", kind="unknown"),
        count("errors", kind="action"),
    ]
    assert [new - old for new, old in zip(after, before, strict=True)] == [3, 1, 1, 1]


def test_all_channels_of_a_process_share_one_desk() -> None:
    assert desk() is desk()
