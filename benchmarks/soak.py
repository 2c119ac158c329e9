"""Many people talk to the bot at once over a chat service, and nothing may be lost or doubled.

What is common to the services: the people, the checks and the figures. A service's own program
brings a stand-in of the service, which also loses connections at random.
"""

from __future__ import annotations

import asyncio
import random
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

ANSWER_SECONDS = 60.0  # for one answer, retries on a loaded machine included
AT_ONCE = 3  # messages that an eager person sends without waiting
EAGER = 0.2  # share of the turns in which a person is eager
WARM = 0.3  # share of the messages after which memory is first looked at


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


@dataclass
class Outcome:
    """What came of it. Waits are in seconds, memory in kB."""

    messages: int = 0
    unanswered: int = 0
    wrong: int = 0  # answered twice, or not in the order of the questions
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
        p50, p95 = statistics.median(self.waits), statistics.quantiles(self.waits, n=20)[18]
        return [
            f"messages      {self.messages} in {self.seconds:.0f} s",
            f"unanswered    {self.unanswered}",
            f"wrong         {self.wrong} (people answered twice or out of order)",
            f"message to reply  p50 {1000 * p50:.1f} ms, p95 {1000 * p95:.1f} ms",
            f"memory        {self.memory_warm // 1024} MB to {self.memory_end // 1024} MB"
            f" ({100 * self.growth:+.1f}%)",
        ]


async def soak(
    service: Service,
    answers: dict[str, str],
    plan: Plan,
    memory: Callable[[], int] = lambda: 0,
) -> Outcome:
    """Lets people ask questions as planned.

    `answers` maps each question that may be asked to the first line of its answer; `memory` tells
    the bot's memory in kB.
    """
    crowd, begin = _Crowd(service, answers, plan), time.perf_counter()
    watching = asyncio.create_task(crowd.watch(memory))
    await asyncio.gather(*(crowd.talk(person) for person in range(plan.people)))
    watching.cancel()
    crowd.outcome.memory_end = memory()
    crowd.outcome.seconds = time.perf_counter() - begin
    return crowd.outcome


class _Crowd:
    """All who talk, and what came of it so far."""

    def __init__(self, service: Service, answers: dict[str, str], plan: Plan) -> None:
        self._service, self._answers, self._plan = service, answers, plan
        self._pause = plan.people / plan.a_second  # between two questions of one person
        self.outcome = Outcome(messages=plan.messages)

    async def watch(self, memory: Callable[[], int]) -> None:
        """Notes the memory once the bot is warm."""
        while len(self.outcome.waits) < WARM * self._plan.messages:
            await asyncio.sleep(0.2)
        self.outcome.memory_warm = memory()

    async def talk(self, person: int) -> None:
        """One person's questions, each after the answer to the last one, or a few at once."""
        choice, count = random.Random(person), self._plan.messages // self._plan.people
        asked: list[str] = []
        await asyncio.sleep(choice.uniform(0, self._pause))
        while len(asked) < count:
            known, said = len(asked), []
            eager = AT_ONCE if choice.random() < EAGER else 1
            for question in choice.choices(sorted(self._answers), k=min(eager, count - known)):
                asked.append(question)
                said.append(time.perf_counter())
                self._service.say(person, question)
            found = await self._answered(person, len(asked))
            self.outcome.waits += [at - then for (at, _), then in zip(found[known:], said)]
            await asyncio.sleep(choice.uniform(0.5, 1.5) * self._pause * len(said))
        self._judge(asked, await self._answered(person, len(asked)))

    def _judge(self, asked: list[str], found: Sequence[tuple[float, str]]) -> None:
        self.outcome.unanswered += max(0, len(asked) - len(found))
        expected = [self._answers[question] for question in asked]
        if [line for _, line in found] != expected[: len(found)]:
            self.outcome.wrong += 1

    async def _answered(self, person: int, count: int) -> Sequence[tuple[float, str]]:
        """The answers that the person has, as soon as there are `count`, or when time is up.

        Lines that answer no question, such as the rest of a long answer, do not count.
        """
        known, end = set(self._answers.values()), time.perf_counter() + ANSWER_SECONDS
        while True:
            found = [(at, line) for at, line in self._service.heard(person) if line in known]
            if len(found) >= count or time.perf_counter() > end:
                return found
            await asyncio.sleep(0.01)


def memory_of(process: int) -> int:
    """Resident memory of a process in kB."""
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    raise ValueError(f"process {process} tells no memory")
