"""What the bot says to one message, gathered before anything is sent.

A channel sends only what the store has kept, so that what a person was told is never unknown to
the bot afterwards.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rasa.core.channels.channel import OutputChannel

from crampwise.knowledge.shared import knowledge

URGENT = ("emergency", "same_day")


@dataclass(frozen=True)
class Reply:
    """One message of the bot.

    `plain` is all of it as text with the sources; `answer` the form that `/chat/messages` promises
    (`text`, `buttons`, `sources`, `topic`, `urgency`, and `parts` when it answers a question),
    from which every channel with more than plain text renders.
    """

    plain: str
    answer: dict[str, Any]

    @property
    def is_urgent(self) -> bool:
        """Whether it must be heard whatever else happens."""
        return self.answer["urgency"] in URGENT


def apology() -> Reply:
    """What is said when the bot fails."""
    return reply({"text": knowledge().wording["trouble"], "topic": "trouble"})


def reply(message: Mapping[str, Any]) -> Reply:
    """A message as Rasa hands it to a channel."""
    plain = message.get("text") or ""
    answer = message.get("answer") or {
        "text": plain,
        "buttons": message.get("buttons") or [],
        "sources": [],
        "topic": message.get("topic") or "smalltalk",
        "urgency": None,
    }
    return Reply(plain, answer)


class Gathered(OutputChannel):
    """An output channel that keeps the replies."""

    def __init__(self, channel: str) -> None:
        self.channel = channel
        self.replies: list[Reply] = []

    def name(self) -> str:  # type: ignore[override]  # Rasa asks the object, never the class
        return self.channel

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        self.replies.append(reply(message))

    async def send_text_message(self, recipient_id: str, text: str, **kwargs: Any) -> None:
        await self.send_response(recipient_id, {"text": text})
