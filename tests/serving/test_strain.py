"""The programs that strain a bot, cut short: kills, hostile input, and use without a pause."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.beside import HonestClient, inside
from benchmarks.fuzz import fuzz
from benchmarks.kills import run
from benchmarks.workday import workday
from tests.server import BIN, Server, running

HONEST = {"X-Forwarded-For": "198.51.100.7"}


@pytest.fixture(scope="module")
def bot() -> Iterator[Server]:
    """A bot behind a proxy, without limits."""
    with running(
        [str(BIN / "crampwise"), "serve"],
        RATE_LIMIT_ADDRESS="0", RATE_LIMIT_CONVERSATION="0", TRUSTED_PROXIES="127.0.0.1",
    ) as server:  # fmt: skip
        yield server


def test_nothing_acknowledged_is_missing_after_three_kills(tmp_path: Path) -> None:
    found = run(3, tmp_path, random.Random(7))
    assert found.acknowledged
    assert (found.missing, found.doubled) == ([], [])
    assert (found.corrupt, found.lost_conversations) == (0, 0)


def test_hostile_input_gets_words_and_keeps_nobody_waiting(bot: Server) -> None:
    with HonestClient(bot.address, headers=HONEST) as honest:
        outcome = fuzz(bot, 400)
    assert sum(outcome.statuses.values()) >= 300
    assert outcome.failures == []
    assert outcome.told_too_much == []
    assert honest.failures == []
    assert bot.answer("foods with magnesium")["sources"]


def test_use_without_a_pause_leaks_no_descriptors_and_little_memory(bot: Server) -> None:
    before, after, answered, failures = workday(bot, 15)
    assert answered > 20
    assert failures == []
    assert after.descriptors <= before.descriptors + 10
    assert after.megabytes < 1.1 * before.megabytes
    assert inside(bot.process.pid).megabytes < 1500
