"""The soak itself: it ends whatever the bot does, and sees what is amiss."""

from __future__ import annotations

import asyncio
import sys
import time

import pytest

from benchmarks import soak as module
from benchmarks.soak import Plan, soak
from benchmarks.soak_bot import BotEnded, _stop, _while_it_runs

ANSWERS = {"one": "first", "two": "second"}
PLAN = Plan(people=2, messages=8, a_second=1000)


class Silent:
    """A service on which nobody is ever answered."""

    def say(self, person: int, text: str) -> None:
        pass

    def heard(self, person: int) -> list[tuple[float, str]]:
        return []

    def spoil(self) -> None:
        pass


class Answering(Silent):
    """A service on which each message gets these answers."""

    def __init__(self, *answers: str) -> None:
        self._answers, self._heard = answers, {}

    def say(self, person: int, text: str) -> None:
        told = [(time.perf_counter(), line or ANSWERS[text]) for line in self._answers]
        self._heard.setdefault(person, []).extend(told)

    def heard(self, person: int) -> list[tuple[float, str]]:
        return self._heard.get(person, [])


@pytest.fixture(autouse=True)
def little_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ANSWER_SECONDS", 0.2)


async def test_when_nobody_is_answered_it_ends_and_says_so() -> None:
    begin = time.perf_counter()
    outcome = await soak(Silent(), ANSWERS, PLAN)
    assert time.perf_counter() - begin < 10
    assert outcome.unanswered == 8
    assert "nothing was answered" in "\n".join(outcome.lines())


@pytest.mark.parametrize(("answers", "wrong"), [(("",), 0), (("", ""), 2), (("third", ""), 0)])
async def test_people_who_are_answered_twice_are_counted(
    answers: tuple[str, ...], wrong: int
) -> None:
    outcome = await soak(Answering(*answers), ANSWERS, PLAN)
    assert (outcome.unanswered, outcome.wrong) == (0, wrong)


async def test_it_ends_with_the_bot() -> None:
    bot = await asyncio.create_subprocess_exec(sys.executable, "-c", "")
    with pytest.raises(BotEnded):
        await asyncio.wait_for(_while_it_runs(bot, Silent(), PLAN), 20)
    await _stop(bot)
    assert bot.returncode == 0
