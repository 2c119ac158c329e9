"""Every kind of delivery that Slack documents: answered when it speaks to the bot, else not."""

from __future__ import annotations

from typing import Any

import pytest

from crampwise.knowledge.shared import knowledge
from tests.channels.slack import kinds_ignored, kinds_spoken
from tests.channels.slack.events import Delivery, placed
from tests.channels.slack.harness import Scene

# What the bot hears of a kind that does not just ask the usual question.
HEARD = {
    "a slash typed by hand": 'forget_me{"a": 1}',
    "an emoji by its name": "🦵 hurts",
    "signs that Slack escapes": "vitamin D < 20 & cramps",
    "only the bot's name": "/greet",
    "the command alone": "/help",
    "the command with help": "/help",
    "the command with forget": "/forget_me",
    "the command with stop": "/stop",
    "a command in the home": "/forget_me",
}
IGNORED = [(name, "nothing", delivery) for name, delivery in kinds_ignored.KINDS]
KINDS = kinds_spoken.KINDS + IGNORED
TALKS = ("answer", "both", "command", "title")


def test_there_are_enough_of_them_and_each_has_a_name_of_its_own():
    assert len(KINDS) >= 100
    assert len({name for name, _, _ in KINDS}) == len(KINDS)


@pytest.mark.parametrize(
    ("name", "expected", "delivery"), KINDS, ids=[name for name, _, _ in KINDS]
)
async def test_what_is_said_to_the_bot_is_answered_once_and_nothing_else(
    name: str, expected: str, delivery: Delivery, scene: Scene
) -> None:
    wording = knowledge().wording
    delivery = placed(delivery, scene.slack.address)
    await scene.happen(delivery, delivery)
    usual = "Which foods?" if expected == "title" else "can dehydration cause cramps"
    heard = HEARD.get(name, usual)
    assert scene.bot.heard == ([heard] if expected in TALKS else [])
    seen = [f"You said: {words}" for words in scene.bot.heard]
    if expected == "line":
        seen = [wording["chat_unreadable"]]
    if expected == "both":
        seen.append(wording["chat_unseen"])
    shown = [text.replace("&lt;", "<").replace("&amp;", "&") for text in scene.slack.texts()]
    assert shown == seen
    assert len(scene.slack.views) == (expected == "view")
    assert scene.store.waiting("slack") == []
    _check_places(delivery, scene)


def _check_places(delivery: Delivery, scene: Scene) -> None:
    """Answers go where the question was asked: in private beside it, in a channel below it."""
    kind, payload = delivery
    told: dict[str, Any] = payload.get("event", {})
    for sent in scene.slack.sent:
        if kind == "slash_commands" or "response_url" in payload:
            assert sent.channel == "only C50"
        elif kind == "events_api":
            assert sent.channel == told["channel"]
            own = None if sent.channel.startswith("D") else told["ts"]
            assert sent.thread == told.get("thread_ts", own)
        else:
            channel = payload.get("container", {}).get("channel_id", "D7")
            assert sent.channel == channel
            assert (sent.thread is None) == channel.startswith("D")
