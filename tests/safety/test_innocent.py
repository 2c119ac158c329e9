"""What only looks like danger raises nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.safety.conftest import cases

FILES = ("innocent.yml", "innocent_hostile.yml")
INNOCENT = [message for file in FILES for messages in cases(file).values() for message in messages]


@pytest.mark.parametrize("message", INNOCENT)
def test_innocent_message_raises_nothing(raised: Callable[..., str | None], message: str) -> None:
    assert raised(message) is None


def test_there_are_enough() -> None:
    assert len(set(INNOCENT)) >= 400


@pytest.mark.parametrize("message", ["", "   ", "?", "...", "😀", "a" * 1000, "12 34", "\n\n"])
def test_odd_messages_raise_nothing(raised: Callable[..., str | None], message: str) -> None:
    assert raised(message) is None
