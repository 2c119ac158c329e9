"""A bot that does as it is told."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import UserMessage


def bot(*answers: dict[str, Any], then: Exception | None = None) -> Callable[..., Awaitable[None]]:
    """A bot that gives these answers to each message, and then fails if told to."""

    async def on_new_message(message: UserMessage) -> None:
        for answer in answers:
            await message.output_channel.send_response(message.sender_id, dict(answer))
        if then:
            raise then

    return on_new_message
