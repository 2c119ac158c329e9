"""2,000 messages of 200 people over Slack's stand-in, with lines and connections lost at random.

Prints how many messages were lost, doubled or answered out of order, how long a reply took and how
memory grew; ends with 1 when a figure is not what it must be. Takes about four minutes, on a quiet
machine: `.venv/bin/python -m benchmarks.soak_slack`.
"""

from __future__ import annotations

import asyncio
import random
from typing import Any

from benchmarks.soak_bot import LOST, fault, run
from tests.channels.slack import standin
from tests.channels.slack.events import said
from tests.channels.slack.standin import APP_TOKEN, BOT_TOKEN, StandIn

FIRST_PERSON = 10_000


class People:
    """People on Slack, as `benchmarks.soak` sees them."""

    def __init__(self, slack: StandIn) -> None:
        self._slack = slack
        self._spoilt = False
        self._telling: set[asyncio.Task[Any]] = set()

    def say(self, person: int, text: str) -> None:
        """Writes in the person's chat with the bot; the line may be lost then and there."""
        telling = asyncio.ensure_future(self._slack.tell(*said(text, f"U{FIRST_PERSON + person}")))
        self._telling.add(telling)
        telling.add_done_callback(self._telling.discard)
        if self._spoilt and random.random() < LOST / 3:
            telling.add_done_callback(lambda _: self._slack.cut())

    def heard(self, person: int) -> list[tuple[float, str]]:
        """All that stands in the person's chat from the bot."""
        return [
            (sent.at, sent.seen.splitlines()[0])
            for sent in self._slack.in_channel(f"D{FIRST_PERSON + person}")
        ]

    def spoil(self) -> None:
        """From now on calls and lines are lost at random."""
        self._spoilt = True
        self._slack.fault = lambda method: fault(method, never="auth.test")


async def main() -> int:
    """Runs the bot against the stand-in. Returns the exit status."""
    async with standin.running() as slack:
        tokens = {"SLACK_BOT_TOKEN": BOT_TOKEN, "SLACK_APP_TOKEN": APP_TOKEN}
        return await run(People(slack), __doc__, **tokens, SLACK_API_BASE=slack.base)


if __name__ == "__main__":
    raise SystemExit(asyncio.run(main()))
