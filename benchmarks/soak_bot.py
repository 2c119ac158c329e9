"""Lets a crowd talk to the bot itself over a stand-in of a chat service."""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import statistics
import sys
from asyncio.subprocess import DEVNULL
from pathlib import Path

from benchmarks.soak import ANSWER_SECONDS, Outcome, Plan, Service, memory_of, soak

ROOT = Path(__file__).resolve().parents[1]
PEOPLE, MESSAGES, A_SECOND = 200, 2000, 10.0
LOST = 0.03  # share of the calls whose connection ends unheard, or that the server fails
P50_SECONDS, GROWTH = 0.060, 0.05
START_SECONDS = 120.0
# Each names what it is about and tells nothing of the person, so that the answer is the same
# whatever was asked before.
QUESTIONS = (
    "does pickle juice work",
    "does quinine work",
    "does massage work",
    "does mustard work",
    "does soap in bed work",
    "do compression socks work",
    "do Epsom salts work",
    "does coenzyme Q10 work",
)


class SpoiltService(Service):
    """A service in which things can begin to go wrong."""

    def spoil(self) -> None:
        """From now on calls and connections are lost at random."""


def fault(method: str, never: str) -> object | None:
    """What goes wrong with a call, if anything; nothing does with the method `never`."""
    if random.random() >= LOST or method == never:
        return None
    return random.choice(["drop", "drop", 500, 502, (429, 1)])


async def run(service: SpoiltService, description: str | None, **settings: str) -> int:
    """Runs the bot with these settings, prints the figures. Returns the exit status."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--people", type=int, default=PEOPLE)
    parser.add_argument("--messages", type=int, default=MESSAGES)
    parser.add_argument("--a-second", type=float, default=A_SECOND)
    told = parser.parse_args()
    environment = {
        **os.environ,
        "DATABASE_URL": os.environ.get("DATABASE_URL", "sqlite://"),
        **settings,
    }
    command = [str(Path(sys.executable).parent / "crampwise"), "serve"]
    bot = await asyncio.create_subprocess_exec(
        *command, cwd=ROOT, env=environment, stdout=DEVNULL, stderr=DEVNULL
    )
    try:
        answers = await _learn(service)
        service.spoil()
        plan = Plan(told.people, told.messages, told.a_second)
        outcome = await soak(service, answers, plan, lambda: memory_of(bot.pid))
    finally:
        bot.terminate()
        await bot.wait()
    print("\n".join(outcome.lines()))
    return 0 if _is_well(outcome) else 1


async def _learn(service: Service) -> dict[str, str]:
    """The first line of the answer to each question, asked when nothing goes wrong."""
    answers: dict[str, str] = {}
    for number, question in enumerate(QUESTIONS):
        asker = -1 - number  # somebody of their own, who does not take part later
        service.say(asker, question)
        for _ in range(int((START_SECONDS + ANSWER_SECONDS) / 0.05)):
            if found := service.heard(asker):
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
