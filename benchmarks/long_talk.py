"""Whether a long conversation stays quick: 200 turns, the last against the first.

    .venv/bin/python benchmarks/long_talk.py

Prints the median time of a turn at the start and at the end, and fails when the end takes more
than half as long again.
"""

from __future__ import annotations

import asyncio
import os
import sys
import time
from statistics import median

os.environ.setdefault("DATABASE_URL", "sqlite://")

from crampwise.serving.bot import Bot

TURNS = 200
WARM = 5  # turns that load what is loaded once; not measured
MEASURED = 30  # turns at each end
ALLOWED = 1.5
ASKED = (
    "which foods are rich in magnesium?",
    "and potassium?",
    "my mother is 82 and takes a water tablet",
    "should she take potassium",
    "two bananas and a cup of spinach, how much potassium is that?",
    "why do cramps come at night",
    "say that shorter",
    "does pickle juice work",
    "thanks",
    "what do you know about me",
)


async def times() -> list[float]:
    """Seconds of each turn of one conversation."""
    bot = Bot.load()
    warming, conversation = bot.conversation(), bot.conversation()
    for text in ASKED[:WARM]:
        await bot.handle(warming, text=text)
    found = []
    for turn in range(TURNS):
        start = time.perf_counter()
        answers = await bot.handle(conversation, text=ASKED[turn % len(ASKED)])
        found.append(time.perf_counter() - start)
        assert answers, f"no answer at turn {turn + 1}"
    return found


def main() -> int:
    taken = asyncio.run(times())
    first, last = median(taken[:MEASURED]), median(taken[-MEASURED:])
    ratio = last / first
    print(f"A turn takes {first * 1000:.1f} ms at the start and {last * 1000:.1f} ms after {TURNS}")
    print(f"turns: {ratio:.2f} times ({ALLOWED} are allowed).")
    return int(ratio > ALLOWED)


if __name__ == "__main__":
    sys.exit(main())
