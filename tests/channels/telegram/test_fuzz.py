"""Updates of any shape: none does harm, none is answered that should not be, none is lost."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crampwise.channels.telegram.found import Post, Tap
from crampwise.channels.telegram.update import read
from crampwise.store import Store
from tests.channels.changing import VALUES, changed
from tests.channels.telegram import kinds_ignored, kinds_spoken, standin
from tests.channels.telegram.harness import ME, Parrot, behind
from tests.channels.telegram.updates import said

SAMPLES = [update for _, _, update in kinds_spoken.KINDS]
SAMPLES += [update for _, update in kinds_ignored.KINDS]


@st.composite
def updates(draw: st.DrawFn) -> dict[str, Any]:
    """A real update in which up to three things are missing or something else."""
    return draw(changed(draw(st.sampled_from(SAMPLES))))


def sender_is_a_bot(update: dict[str, Any]) -> bool:
    message = update["message"]
    author = message.get("from")
    return (
        not message.get("sender_chat") and isinstance(author, dict) and bool(author.get("is_bot"))
    )


@settings(deadline=None)
@given(updates())
def test_what_is_read_from_any_update_is_whole(update):
    found = read(update, ME)
    if isinstance(found, Post):
        assert isinstance(update["message"], dict)
        assert update["message"]["chat"]["type"] in ("private", "group", "supergroup")
        assert not sender_is_a_bot(update)
        assert found.person != ME.id
        assert not (found.text and found.command)
        assert found.text or found.command or found.unseen
    elif isinstance(found, Tap):
        assert isinstance(update["callback_query"], dict)
        assert (found.data or "").isascii()
    else:
        assert found is None


@settings(deadline=None)
@given(VALUES)
def test_what_is_no_update_is_nothing(value):
    assert read(value, ME) is None or isinstance(value, dict)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(updates(), min_size=8, max_size=8))
def test_honest_messages_among_odd_ones_are_answered_once_and_in_order(odd):
    asyncio.run(_among(odd))


async def _among(odd: list[Any]) -> None:
    """An honest person writes between odd updates."""
    store, person = Store("sqlite://"), {"id": 555_000_111, "is_bot": False, "first_name": "Eve"}
    try:
        async with standin.running() as telegram, behind(telegram, store, Parrot()) as scene:
            for number, update in enumerate(odd):
                await scene.inbox.receive(update)
                await scene.inbox.receive(update)  # and delivered once more
                await scene.inbox.receive(said(f"honest {number}", person))
            assert await scene.inbox.drain(20)
            honest = [f"You said: honest {number}" for number in range(len(odd))]
            assert telegram.texts(person["id"]) == honest
            assert len(telegram.sent) <= len(odd) * 3  # of an odd one an answer and a line at most
            assert store.waiting("telegram") == []
    finally:
        store.close()
