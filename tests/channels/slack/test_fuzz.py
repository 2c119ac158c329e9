"""Deliveries of any shape: none does harm, none is answered that should not be, none is lost."""

from __future__ import annotations

import asyncio
import json
from itertools import repeat
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crampwise.channels.chat import trying
from crampwise.channels.slack.found import Opening, Post, Tap, Visit
from crampwise.channels.slack.reading import read
from crampwise.store import Store
from tests.channels.changing import VALUES, changed
from tests.channels.parrot import Parrot
from tests.channels.slack import kinds_ignored, kinds_spoken, standin
from tests.channels.slack.events import Delivery, placed, said
from tests.channels.slack.harness import behind
from tests.channels.slack.standin import ME

SAMPLES = [delivery for _, _, delivery in kinds_spoken.KINDS]
SAMPLES += [delivery for _, delivery in kinds_ignored.KINDS]
KINDS = st.sampled_from(["events_api", "interactive", "slash_commands", "hello", ""])


@st.composite
def deliveries(draw: st.DrawFn) -> Delivery:
    """A real delivery in which up to three things are missing or something else."""
    kind, payload = draw(st.sampled_from(SAMPLES))
    return kind, draw(changed(payload))


@given(deliveries())
def test_what_is_read_from_any_delivery_is_whole(delivery):
    kind, payload = delivery
    found = read((kind, payload), ME["user_id"])
    if found is None:
        return
    json.dumps(payload)  # so that it can be kept
    assert found.key
    assert found.person
    assert found.place.channel
    if isinstance(found, Post):
        assert found.person != ME["user_id"] or kind != "events_api"
        assert not (found.text and found.command)
        assert found.text or found.command or found.unseen
        assert found.place.private or found.place.thread or found.place.reply_url
    elif isinstance(found, Tap):
        assert found.token.isascii()
    else:
        assert isinstance(found, (Opening, Visit))


@given(deliveries())
def test_nothing_that_bots_say_is_read_as_said(delivery):
    kind, payload = delivery
    told = payload.get("event")
    if kind == "events_api" and isinstance(told, dict) and told.get("type") != "app_home_opened":
        for mark in ({"bot_id": "B9"}, {"subtype": "channel_join"}, {"user": ME["user_id"]}):
            assert read((kind, {**payload, "event": {**told, **mark}}), ME["user_id"]) is None


@given(KINDS, VALUES)
def test_what_is_no_delivery_is_nothing(kind, value):
    assert read((kind, value), ME["user_id"]) is None


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(deliveries(), min_size=8, max_size=8))
def test_honest_messages_among_odd_ones_are_answered_once_and_in_order(odd):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(trying, "delays", lambda *bounds: repeat(0.001))
        asyncio.run(_among(odd))


async def _among(odd: list[Any]) -> None:
    """An honest person writes between odd deliveries."""
    store, person = Store("sqlite://"), "U555000111"
    try:
        async with standin.running() as slack, behind(slack, store, Parrot()) as scene:
            for number, one in enumerate(odd):
                delivery = placed(one, slack.address)
                await scene.inbox.receive(delivery)
                await scene.inbox.receive(delivery)  # and delivered once more
                await scene.inbox.receive(said(f"honest {number}", person))
            assert await scene.inbox.drain(10)
            honest = [f"You said: honest {number}" for number in range(len(odd))]
            assert slack.texts("D" + person[1:]) == honest
            assert len(slack.sent) <= len(odd) * 3  # of an odd one an answer and a line at most
            assert store.waiting("slack") == []
    finally:
        store.close()
