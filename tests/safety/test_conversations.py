"""Messages are judged with what was said before, and only what is new raises a flag."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.safety.conftest import cases

CONVERSATIONS = cases("conversations.yml")


@pytest.mark.parametrize("case", CONVERSATIONS, ids=[c["turns"][-1] for c in CONVERSATIONS])
def test_conversation(raised: Callable[..., str | None], case: dict[str, Any]) -> None:
    *earlier, newest = case["turns"]
    assert raised(newest, *earlier) == case["flag"]


def test_what_was_said_long_before_is_forgotten(raised: Callable[..., str | None]) -> None:
    chat = ["thanks", "which foods have iron", "ok", "and zinc?"]
    assert raised("it is swollen", "my left calf hurts", *chat) is None
