"""2,000 messages of 200 people over Telegram's stand-in, with connections lost at random.

Prints how many messages were lost, doubled or answered out of order, how long a reply took and how
memory grew; ends with 1 when a figure is not what it must be. Takes about four minutes, on a quiet
machine: `.venv/bin/python -m benchmarks.soak_telegram`.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import statistics
import sys
from pathlib import Path

from benchmarks.soak import ANSWER_SECONDS, Outcome, Plan, memory_of, soak
from tests.channels.telegram import standin
from tests.channels.telegram.standin import TOKEN, StandIn
from tests.channels.telegram.updates import said

ROOT = Path(__file__).resolve().parents[1]
PEOPLE, MESSAGES, A_SECOND = 200, 2000, 10.0
LOST = 0.03  # share of the calls whose connection ends unheard, or that the server fails
P50_SECONDS, GROWTH = 0.060, 0.05
START_SECONDS = 120.0
FIRST_PERSON = 10_000
QUESTIONS = (
    "can dehydration cause leg cramps",
    "which foods are rich in potassium",
    "does pickle juice work",
    "how do I stop a cramp right now",
    "which vitamin am I lacking when I get leg cramps",
    "when should I see a doctor about cramps",
    "why do cramps come at night",
    "how much magnesium do women need",
)


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


def fault(method: str) -> object | None:
    """What goes wrong with a call, if anything."""
    if random.random() >= LOST or method == "getMe":
        return None
    return random.choice(["drop", "drop", 500, 502, (429, 1)])


async def main() -> int:
    """Runs the bot against the stand-in. Returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=PEOPLE)
    parser.add_argument("--messages", type=int, default=MESSAGES)
    parser.add_argument("--a-second", type=float, default=A_SECOND)
    told = parser.parse_args()
    async with standin.running() as telegram:
        environment = {
            **os.environ,
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_BASE": telegram.address,
            "DATABASE_URL": os.environ.get("DATABASE_URL", "sqlite://"),
        }
        command = [str(Path(sys.executable).parent / "crampwise"), "serve"]
        bot = await asyncio.create_subprocess_exec(*command, cwd=ROOT, env=environment)
        try:
            people = People(telegram)
            answers = await _learn(people)
            telegram.fault = fault
            plan = Plan(told.people, told.messages, told.a_second)
            outcome = await soak(people, answers, plan, lambda: memory_of(bot.pid))
        finally:
            bot.terminate()
            await bot.wait()
    print("\n".join(outcome.lines()))
    return 0 if _is_well(outcome) else 1


async def _learn(people: People) -> dict[str, str]:
    """The first line of the answer to each question, asked when nothing goes wrong."""
    answers: dict[str, str] = {}
    for number, question in enumerate(QUESTIONS):
        asker = -1 - number  # somebody of their own, who does not take part later
        people.say(asker, question)
        for _ in range(int((START_SECONDS + ANSWER_SECONDS) / 0.05)):
            if found := people.heard(asker):
                answers[question] = found[0][1]
                break
            await asyncio.sleep(0.05)
        else:
            raise TimeoutError(f"no answer to: {question}")
    if len(set(answers.values())) < len(answers):
        raise ValueError("two questions have the same answer, so their order could not be told")
    return answers


def _is_well(outcome: Outcome) -> bool:
    return not (
        outcome.unanswered
        or outcome.wrong
        or statistics.median(outcome.waits) > P50_SECONDS
        or outcome.growth > GROWTH
    )


if __name__ == "__main__":
    raise SystemExit(asyncio.run(main()))
