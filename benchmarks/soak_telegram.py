"""2,000 messages of 200 people over Telegram's stand-in, with connections lost at random.

Prints how many messages were lost, doubled or answered out of order, how long a reply took and how
memory grew; ends with 1 when a figure is not what it must be. Takes about four minutes, on a quiet
machine: `.venv/bin/python -m benchmarks.soak_telegram`.
"""

from __future__ import annotations

import asyncio

from benchmarks.soak_bot import fault, run
from tests.channels.telegram import standin
from tests.channels.telegram.standin import TOKEN, StandIn
from tests.channels.telegram.updates import said

FIRST_PERSON = 10_000


class People:
    """People on Telegram, as `benchmarks.soak` sees them."""

    def __init__(self, telegram: StandIn) -> None:
        self._telegram = telegram

    def say(self, person: int, text: str) -> None:
        """Writes in the person's own chat."""
        self._telegram.tell(said(text, {"id": FIRST_PERSON + person, "is_bot": False}))

    def heard(self, person: int) -> list[tuple[float, str]]:
        """All that stands in the person's chat from the bot."""
        return [
            (sent.at, sent.seen.splitlines()[0])
            for sent in self._telegram.in_chat(FIRST_PERSON + person)
        ]

    def spoil(self) -> None:
        """From now on calls are lost at random."""
        self._telegram.fault = lambda method: fault(method, never="getMe")


async def main() -> int:
    """Runs the bot against the stand-in. Returns the exit status."""
    async with standin.running() as telegram:
        token = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_BASE": telegram.address}
        return await run(People(telegram), __doc__, **token)


if __name__ == "__main__":
    raise SystemExit(asyncio.run(main()))
