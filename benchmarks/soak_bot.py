"""Lets a crowd talk to the bot itself over a stand-in of a chat service."""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import statistics
import sys
import tempfile
from asyncio.subprocess import STDOUT, Process
from contextlib import suppress
from pathlib import Path

from benchmarks.soak import (
    ANSWER_SECONDS,
    Outcome,
    Plan,
    Service,
    memory_of,
    one_by_one,
    soak,
    spread,
)
from crampwise.cli.train import ensure

ROOT = Path(__file__).resolve().parents[1]
PEOPLE, MESSAGES, A_SECOND = 200, 2000, 10.0
LOST = 0.03  # share of the calls whose connection ends unheard, or that the server fails
P50_SECONDS, GROWTH = 0.060, 0.05
START_SECONDS, STOP_SECONDS = 120.0, 20.0
ALONE = 10  # people who ask all questions while nobody else speaks
LOG_LINES = 20  # of the bot's log that are shown when it ended by itself
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


class BotEnded(Exception):
    """The bot ended by itself."""


async def run(service: SpoiltService, description: str | None, **settings: str) -> int:
    """Runs the bot with these settings, prints the figures. Returns the exit status."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--people", type=int, default=PEOPLE)
    parser.add_argument("--messages", type=int, default=MESSAGES)
    parser.add_argument("--a-second", type=float, default=A_SECOND)
    told = parser.parse_args()
    ensure()  # before the clock runs; people do not wait for a training either
    environment = {
        **os.environ,
        "DATABASE_URL": os.environ.get("DATABASE_URL", "sqlite://"),
        **settings,
    }
    command = [str(Path(sys.executable).parent / "crampwise"), "serve"]
    with tempfile.TemporaryFile() as log:
        bot = await asyncio.create_subprocess_exec(
            *command, cwd=ROOT, env=environment, stdout=log, stderr=STDOUT
        )
        try:
            plan = Plan(told.people, told.messages, told.a_second)
            outcome = await _while_it_runs(bot, service, plan)
        except BotEnded:
            log.seek(0)
            last = log.read().decode(errors="replace").splitlines()[-LOG_LINES:]
            print("\n".join(["The bot ended by itself:", *last]))
            return 1
        finally:
            await _stop(bot)
    print("\n".join(outcome.lines()))
    return 0 if _is_well(outcome) else 1


async def _while_it_runs(bot: Process, service: SpoiltService, plan: Plan) -> Outcome:
    """What came of the soak. Raises BotEnded as soon as the bot is gone."""
    soaking = asyncio.create_task(_soaked(bot.pid, service, plan))
    ended = asyncio.create_task(bot.wait())
    try:
        await asyncio.wait({soaking, ended}, return_when=asyncio.FIRST_COMPLETED)
        if ended.done():
            raise BotEnded
        return soaking.result()
    finally:
        soaking.cancel()
        ended.cancel()


async def _soaked(process: int, service: SpoiltService, plan: Plan) -> Outcome:
    answers = await _learn(service)
    waits = await one_by_one(service, answers, range(-2 * ALONE, -ALONE))
    print(f"one at a time {spread(waits)}", flush=True)
    service.spoil()
    return await soak(service, answers, plan, lambda: memory_of(process))


async def _stop(bot: Process) -> None:
    """Asks the bot to end, and makes it end if it does not."""
    for way in (bot.terminate, bot.kill):
        with suppress(ProcessLookupError):  # it has ended
            way()
        with suppress(asyncio.TimeoutError):
            await asyncio.wait_for(bot.wait(), STOP_SECONDS)
            return


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
        or not outcome.waits
        or statistics.median(outcome.waits) > P50_SECONDS
        or outcome.growth > GROWTH
    )
