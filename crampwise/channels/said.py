"""What a channel hands to the desk."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from rasa.core.channels.channel import UserMessage

OnNewMessage = Callable[[UserMessage], Awaitable[Any]]


@dataclass(frozen=True)
class Said:
    """One message of a person, as a channel understood it.

    Either the `text` that was typed or the `payload` of the button that was tapped. `conversation`
    is the key of the conversation in the store: it must be told apart from those of other channels.
    Messages that are not `counted` have no limit. A payload for which the channel itself has
    `vouched` is one of its own commands, or of a button whose token the store knows. `address` is
    the sender's network address where it is counted: a crowd behind it keeps nobody else waiting.
    `locale` is that of the person's device ("en-GB"): it tells which telephone numbers to name.
    By `key` the store knows the message when its client sends it again.
    """

    channel: str
    conversation: str
    text: Any = None
    payload: Any = None
    counted: bool = True
    vouched: bool = False
    address: str | None = None
    locale: str | None = None
    key: str | None = None
