"""Whether a long conversation stays quick: 200 turns, the last against the first.

    .venv/bin/python benchmarks/long_talk.py

Prints the median processor time of a turn at the start and at the end (what the machine does
besides must not count), and fails when the end takes more than half as long again.
"""

from __future__ import annotations

import asyncio
import os
import sys
import time
from statistics import median

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
    """Processor seconds of each turn of one conversation."""
    bot = Bot.load()
    warming, conversation = bot.conversation(), bot.conversation()
    for text in ASKED[:WARM]:
        await bot.handle(warming, text=text)
    found = []
    for turn in range(TURNS):
        start = time.process_time()
        answers = await bot.handle(conversation, text=ASKED[turn % len(ASKED)])
        found.append(time.process_time() - start)
        assert answers, f"no answer at turn {turn + 1}"
    return found


def main() -> int:
    os.environ.setdefault("DATABASE_URL", "sqlite://")  # a store that ends with the program
    taken = asyncio.run(times())
    first, last = median(taken[:MEASURED]), median(taken[-MEASURED:])
    ratio = last / first
    print(f"First {MEASURED} turns: {first * 1000:.1f} ms each.")
    print(f"Last {MEASURED} of {TURNS}: {last * 1000:.1f} ms each.")
    print(f"That is {ratio:.2f} times as long; {ALLOWED} are allowed.")
    return int(ratio > ALLOWED)


if __name__ == "__main__":
    sys.exit(main())
