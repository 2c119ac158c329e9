"""Every kind of update that Telegram documents: answered when it speaks to the bot, else not."""

from __future__ import annotations

from typing import Any

import pytest

from crampwise.knowledge.shared import knowledge
from tests.channels.telegram import kinds_ignored, kinds_spoken
from tests.channels.telegram.harness import Scene
from tests.channels.telegram.standin import StandIn

# What the stand-in's bot hears of a kind that does not just ask the usual question.
HEARD = {
    "a text with the bot's path in it": "is /bottled tonic ok, /bot?",
    "an unknown command": "foods",
    "an unknown command for the bot": "foods",
    "a payload typed by hand": 'forget_me{"a": 1}',
    "a command with words after it": "help my calf is hot",
    "named at the end, after an emoji": "🦵🏽 can dehydration cause cramps",
    "start": "/greet",
    "start from a link": "/greet",
    "help": "/help",
    "forget": "/forget_me",
    "stop": "/stop",
    "a command named in a group": "/help",
    "a command in a group": "/help",
    "only the bot's name": "/greet",
    "a tap on a forgotten button": "Which foods?",
}
IGNORED = [(name, "nothing", update) for name, update in kinds_ignored.KINDS]
KINDS = kinds_spoken.KINDS + IGNORED
TALKS = ("answer", "command", "title")


def test_there_are_enough_of_them_and_each_has_a_name_of_its_own():
    assert len(KINDS) >= 60
    assert len({name for name, _, _ in KINDS}) == len(KINDS)


@pytest.mark.parametrize(("name", "expected", "update"), KINDS, ids=[name for name, _, _ in KINDS])
async def test_what_is_said_to_the_bot_is_answered_once_and_nothing_else(
    name: str, expected: str, update: dict[str, Any], scene: Scene
) -> None:
    telegram, wording = scene.telegram, knowledge().wording
    await scene.happen(update)
    assert scene.bot.heard == (
        [HEARD.get(name, "can dehydration cause cramps")] if expected in TALKS else []
    )
    seen = [f"You said: {words}" for words in scene.bot.heard]
    if expected == "line":
        seen = [wording["chat_unreadable"]]
    if ("photo" in name and expected == "answer") or "video with" in name:
        seen.append(wording["chat_unseen"])
    assert telegram.texts() == seen
    _check_places(update, telegram)
    query = update.get("callback_query", {}).get("id")
    assert list(telegram.acknowledged) == ([query] if query else [])
    if expected == "old":
        assert telegram.acknowledged[query] == wording["refused_unknown_button"]


def _check_places(update: dict[str, Any], telegram: StandIn) -> None:
    """Answers go where the question was asked, and in a group say which one they answer."""
    query = update.get("callback_query", {})
    asked = update.get("message") or query.get("message")
    for number, sent in enumerate(telegram.sent):
        assert sent.chat == asked["chat"]["id"]
        topic = asked["message_thread_id"] if asked.get("is_topic_message") else None
        assert sent.fields.get("message_thread_id") == topic
        if number == 0 and asked["chat"]["type"] != "private":
            assert sent.fields["reply_parameters"]["message_id"] == asked["message_id"]
        else:
            assert "reply_parameters" not in sent.fields
