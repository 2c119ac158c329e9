"""The one way from any channel into the bot."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from prometheus_client import REGISTRY
from rasa.core.channels.channel import UserMessage
from sqlalchemy.exc import OperationalError
from structlog.testing import capture_logs

from crampwise.channels import desk as desk_module
from crampwise.channels.desk import Desk, Said, desk
from crampwise.channels.door import Refused
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
