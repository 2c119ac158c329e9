"""Many people talk to the bot at once over a chat service, and nothing may be lost or doubled.

What is common to the services: the people, the checks and the figures. A service's own program
brings a stand-in of the service, which also loses connections at random.
"""

from __future__ import annotations

import asyncio
import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

ANSWER_SECONDS = 60.0  # for one answer, retries on a loaded machine included
AT_ONCE = 3  # messages that an eager person sends without waiting
EAGER = 0.2  # share of the turns in which a person is eager
WARM = 0.3  # share of the messages after which memory is first looked at
TELL_SECONDS = 10.0  # between two lines of progress
PATIENCE = 2.0  # times as long as planned the soak may take; what is missing then is unanswered


class Service(Protocol):
    """A chat service, as people see it. People are known by a number from 0."""

    def say(self, person: int, text: str) -> None:
        """The person sends a message."""

    def heard(self, person: int) -> list[tuple[float, str]]:
        """What the bot has said to the person: when (time.perf_counter), and its first line."""


@dataclass(frozen=True)
class Plan:
    """How many people ask how many questions in all, and how many a second."""

    people: int
    messages: int
    a_second: float

    @property
    def most_seconds(self) -> float:
        """When the soak ends, come what may."""
        return PATIENCE * self.messages / self.a_second + ANSWER_SECONDS


@dataclass
class Outcome:
    """What came of it. Waits are in seconds, memory in kB."""

    messages: int = 0
    unanswered: int = 0
    wrong: int = 0  # people answered twice, or not in the order of their questions
    waits: list[float] = field(default_factory=list)
    memory_warm: int = 0
    memory_end: int = 0
    seconds: float = 0.0

    @property
    def growth(self) -> float:
        """How much memory grew after warming up, as a share."""
        return self.memory_end / self.memory_warm - 1 if self.memory_warm else 0.0

    def lines(self) -> list[str]:
        """The figures, a line each."""
        return [
            f"messages      {self.messages} in {self.seconds:.0f} s",
            f"unanswered    {self.unanswered}",
            f"wrong         {self.wrong} (people answered twice or out of order)",
            f"in to out     {spread(self.waits)}",
            f"memory        {self.memory_warm // 1024} MB to {self.memory_end // 1024} MB"
            f" ({100 * self.growth:+.1f}%)",
        ]


def spread(waits: Sequence[float]) -> str:
    """The middle of `waits` (seconds), and what one in twenty is above."""
    if len(waits) < 2:
        return "nothing was answered"
    p50, p95 = statistics.median(waits), statistics.quantiles(waits, n=20)[18]
    return f"p50 {1000 * p50:.1f} ms, p95 {1000 * p95:.1f} ms"


async def soak(
    service: Service,
    answers: dict[str, str],
    plan: Plan,
    memory: Callable[[], int] = lambda: 0,
) -> Outcome:
    """Lets people ask questions as planned, for at most `plan.most_seconds`.

    `answers` maps each question that may be asked to the first line of its answer; `memory` tells
    the bot's memory in kB.
    """
    crowd, begin = _Crowd(service, answers, plan), time.perf_counter()
    watching = asyncio.create_task(crowd.watch(memory))
    talking = [asyncio.create_task(crowd.talk(person)) for person in range(plan.people)]
    try:
        done, _ = await asyncio.wait(talking, timeout=plan.most_seconds)
    finally:
        for task in (watching, *talking):
            task.cancel()
    crowd.outcome.memory_end = memory()
    crowd.outcome.seconds = time.perf_counter() - begin
    for task in done:
        task.result()  # a mistake of the soak's own must not pass for a good end
    crowd.judge()
    return crowd.outcome


async def one_by_one(
    service: Service, answers: dict[str, str], people: Sequence[int]
) -> list[float]:
    """What a message takes, in seconds, when nobody else speaks: each of `people` asks all."""
    crowd = _Crowd(service, answers, Plan(len(people), len(people) * len(answers), a_second=1))
    for person in people:
        for question in answers:
            await crowd.ask(person, [question])
    return crowd.outcome.waits


class _Crowd:
    """All who talk, and what came of it so far."""

    def __init__(self, service: Service, answers: dict[str, str], plan: Plan) -> None:
        self._service, self._answers, self._plan = service, answers, plan
        self._lines = set(answers.values())
        self._pause = plan.people / plan.a_second  # between two questions of one person
        self._asked: dict[int, list[str]] = {}
        self.outcome = Outcome(messages=plan.messages)

    async def watch(self, memory: Callable[[], int]) -> None:
        """Tells how far it is, and notes the memory once the bot is warm."""
        begin = told = time.perf_counter()
        while True:
            await asyncio.sleep(0.2)
            answered = len(self.outcome.waits)
            if not self.outcome.memory_warm and answered >= WARM * self._plan.messages:
                self.outcome.memory_warm = memory()
            if time.perf_counter() - told > TELL_SECONDS:
                told = time.perf_counter()
                line = f"{told - begin:4.0f} s: {answered} of {self._plan.messages} answered"
                print(f"{line}, {spread(self.outcome.waits)}", file=sys.stderr, flush=True)

    async def talk(self, person: int) -> None:
        """One person's questions, each after the answer to the last one, or a few at once."""
        choice, left = random.Random(person), self._plan.messages // self._plan.people
        await asyncio.sleep(choice.uniform(0, self._pause))
        while left:
            count = min(left, AT_ONCE if choice.random() < EAGER else 1)
            await self.ask(person, choice.choices(sorted(self._answers), k=count))
            left -= count
            if left:
                await asyncio.sleep(choice.uniform(0.5, 1.5) * self._pause * count)

    async def ask(self, person: int, questions: Sequence[str]) -> None:
        """Sends these questions without waiting between them, and waits for all answers."""
        asked, said = self._asked.setdefault(person, []), []
        known = len(asked)
        for question in questions:
            asked.append(question)
            said.append(time.perf_counter())
            self._service.say(person, question)
        end = time.perf_counter() + ANSWER_SECONDS
        while len(self._found(person)) < len(asked) and time.perf_counter() < end:
            await asyncio.sleep(0.01)
        found = self._found(person)[known:]
        self.outcome.waits += [at - then for (at, _), then in zip(found, said)]

    def judge(self) -> None:
        """Counts what was not answered, and who was answered amiss."""
        answered = 0
        for person, asked in self._asked.items():
            heard = [line for _, line in self._found(person)]
            answered += min(len(heard), len(asked))
            if heard != [self._answers[question] for question in asked][: len(heard)]:
                self.outcome.wrong += 1
        self.outcome.unanswered = self._plan.messages - answered

    def _found(self, person: int) -> Sequence[tuple[float, str]]:
        """The answers that the person has.

        Lines that answer no question, such as the rest of a long answer, do not count.
        """
        return [(at, line) for at, line in self._service.heard(person) if line in self._lines]


def memory_of(process: int) -> int:
    """Resident memory of a process in kB."""
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    raise ValueError(f"process {process} tells no memory")
