"""A bot that repeats what it hears, and waiting until something happens."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import UserMessage

PATIENCE = 30  # seconds; a loaded machine takes far longer than the usual hundredth


class Parrot:
    """A bot that repeats what it hears."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.buttons: list[dict[str, str]] = []
        self.answer: dict[str, Any] | None = None  # the web form to answer with instead
        self.before: Callable[[str], Awaitable[Any]] | None = None  # awaited before it answers

    async def __call__(self, message: UserMessage) -> None:
        self.heard.append(message.text)
        if self.before is not None:
            await self.before(message.text)
        told: dict[str, Any] = {"text": f"You said: {message.text}", "buttons": self.buttons}
        if self.answer is not None:
            told["answer"] = self.answer
        await message.output_channel.send_response(message.sender_id, told)


async def until(condition: Callable[[], Any], seconds: float = PATIENCE) -> None:
    """Returns when `condition` holds; fails when it does not in time."""
    end = asyncio.get_running_loop().time() + seconds
    while not condition():
        assert asyncio.get_running_loop().time() < end, "it did not happen in time"
        await asyncio.sleep(0.002)
