"""The programs that strain a bot, cut short: kills, hostile input, and use without a pause."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.beside import HONEST, NO_LIMITS, HonestClient, inside
from benchmarks.fuzz.run import fuzz
from benchmarks.fuzz.services import standing_in
from benchmarks.kills import run
from benchmarks.workday import workday
from tests.server import BIN, Server, running


@pytest.fixture(scope="module")
def services() -> Iterator[dict[str, str]]:
    """Stand-ins of the chat services."""
    with standing_in() as settings:
        yield settings


@pytest.fixture(scope="module")
def bot(services: dict[str, str]) -> Iterator[Server]:
    """A bot behind a proxy, without limits, and with webhooks of the chat services."""
    with running([str(BIN / "crampwise"), "serve"], **NO_LIMITS, **services) as server:
        yield server


def test_nothing_acknowledged_is_missing_after_three_kills(tmp_path: Path) -> None:
    found = run(3, f"sqlite:///{tmp_path / 'crampwise.db'}", random.Random(7))
    assert found.acknowledged
    assert (found.missing, found.doubled) == ([], [])
    assert (found.corrupt, found.lost_conversations) == (0, 0)


def test_hostile_input_gets_words_and_keeps_nobody_waiting(
    bot: Server, services: dict[str, str]
) -> None:
    with HonestClient(bot.address, headers=HONEST) as honest:
        outcome = fuzz(bot.address, services, 400)
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
