"""Either chat service, for tests of what the bot does alike on both."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from typing import Any

from tests.channels.slack import events
from tests.channels.slack import standin as slack_standin
from tests.channels.slack.harness import behind as behind_slack
from tests.channels.telegram import standin as telegram_standin
from tests.channels.telegram import updates
from tests.channels.telegram.harness import behind as behind_telegram


@dataclass(frozen=True)
class Chat:
    """A service: its stand-in, how people write there in private, and how it fails."""

    name: str  # of the channel
    stand_in: Any
    behind: Callable[..., AbstractAsyncContextManager[Any]]  # a bot there
    said: Callable[..., Any]  # what the service sends when a person writes
    other: Any  # somebody else, for `said`
    sending: str  # the method that sends a message
    shut_out: Any  # the fault of a chat in which the bot may not write
    revoked: Any  # the fault of a token that is taken no more
    told: str  # what the owner is then told

    def texts(self) -> list[str]:
        """What people see, in order."""
        return self.stand_in.texts()


@asynccontextmanager
async def telegram() -> AsyncIterator[Chat]:
    async with telegram_standin.running() as stand_in:
        yield Chat(
            "telegram",
            stand_in,
            behind_telegram,
            updates.said,
            updates.OTHER,
            "sendMessage",
            403,
            401,
            "Telegram does not know the token",
        )


@asynccontextmanager
async def slack() -> AsyncIterator[Chat]:
    async with slack_standin.running() as stand_in:
        yield Chat(
            "slack",
            stand_in,
            behind_slack,
            events.said,
            events.OTHER,
            "chat.postMessage",
            "is_archived",
            "token_revoked",
            "Slack does not know a token",
        )


CHATS = {"telegram": telegram, "slack": slack}
