"""Sends the bot whatever is not meant for it, while an honest client asks beside.

Four cases in ten are made from `docs/openapi.yml`, as it allows and as it does not; three are
bytes and JSON that no description knows; three are what Telegram and Slack post, changed at random.
Prints what came back, how long the honest client waited and how much memory grew:
`python -m benchmarks.fuzz` (20,000 cases, about 10 minutes).
"""

from __future__ import annotations

import sys
import time

from benchmarks.beside import HONEST, NO_LIMITS, HonestClient, Inside, inside
from benchmarks.fuzz.run import fuzz
from benchmarks.fuzz.services import standing_in
from tests.server import BIN, running

CASES = 20_000


def main() -> None:
    """Prints what came back."""
    cases = int(sys.argv[1]) if len(sys.argv) > 1 else CASES
    with (
        standing_in() as services,
        running([str(BIN / "crampwise"), "serve"], **NO_LIMITS, **services) as bot,
    ):
        fuzz(bot.address, services, cases // 10)  # warms up
        before: Inside = inside(bot.process.pid)
        begin = time.monotonic()
        with HonestClient(bot.address, headers=HONEST) as honest:
            outcome = fuzz(bot.address, services, cases)
        seconds = time.monotonic() - begin
        after = inside(bot.process.pid)
        alive = bot.process.poll() is None
    statuses = dict(sorted(outcome.statuses.items()))
    print(f"{sum(statuses.values())} cases in {seconds:.0f} s: {statuses}")
    for problem in (*outcome.failures[:5], *outcome.told_too_much[:5]):
        print(f"  {problem}")
    print(
        f"alive: {alive}; honest client: {len(honest.seconds)} answers, slowest"
        f" {max(honest.seconds):.2f} s, p95 {honest.p95:.2f} s, failures {honest.failures}"
    )
    print(
        f"memory {before.megabytes:.0f} to {after.megabytes:.0f} MB,"
        f" descriptors {before.descriptors} to {after.descriptors}"
    )


if __name__ == "__main__":
    main()
