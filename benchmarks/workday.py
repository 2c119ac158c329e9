"""Eight hours of use in ten minutes: memory and descriptors must not grow.

Prints them after a warm-up and at the end: `python -m benchmarks.workday` (10 minutes).
"""

from __future__ import annotations

import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

import requests

from benchmarks.beside import HonestClient, Inside, inside
from tests.server import BIN, Server, running

SECONDS = 600
PEOPLE = 6
PAUSE = 0.3  # seconds between the messages of one person
WARM_UP = 0.3  # of the time
LOOKS = 5  # at the end, of which the smallest counts: memory in use swings


def workday(bot: Server, seconds: float) -> tuple[Inside, Inside, int, list[str]]:
    """What the bot holds after the warm-up and at the end, messages answered, and failures."""
    with ExitStack() as crowd:
        people = [crowd.enter_context(HonestClient(bot.address, PAUSE)) for _ in range(PEOPLE)]
        time.sleep(WARM_UP * seconds)
        before = _least(bot)
        time.sleep((1 - WARM_UP) * seconds)
        after = _least(bot)
    requests.get(f"{bot.address}/ready", timeout=10).raise_for_status()
    failures = [failure for person in people for failure in person.failures]
    return before, after, sum(len(person.seconds) for person in people), failures


def _least(bot: Server) -> Inside:
    looks = []
    for _ in range(LOOKS):
        looks.append(inside(bot.process.pid))
        time.sleep(0.2)
    return Inside(min(look.megabytes for look in looks), min(look.descriptors for look in looks))


def main() -> None:
    """Prints one line."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'crampwise.db'}"
        with running([str(BIN / "crampwise"), "serve"], DATABASE_URL=url) as bot:
            before, after, answered, failures = workday(bot, seconds)
    growth = after.megabytes / before.megabytes - 1
    print(
        f"{answered} messages, {len(failures)} failures; memory {before.megabytes:.0f} to"
        f" {after.megabytes:.0f} MB ({growth:+.1%}), descriptors {before.descriptors} to"
        f" {after.descriptors}"
    )


if __name__ == "__main__":
    main()
