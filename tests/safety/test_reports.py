"""Reports of danger, calm or buried, misspelt or plain, raise their flag."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crampwise.knowledge.dangers import RedFlag
from crampwise.safety import RedFlagReader
from crampwise.safety.danger import SEVERITY
from crampwise.safety.reader import UNSPECIFIED
from tests.safety.conftest import cases

LEAST = 6
FILES = ("reports.yml", "reports_hostile.yml")
REPORTS = [
    (flag, message)
    for file in FILES
    for flag, messages in cases(file).items()
    for message in messages
]
# Flags whose answers serve as well where signs of both are told.
NEIGHBOURS = {
    "compartment": {"limb_ischaemia"},
    "cord_compression": {"cauda_equina"},
}


@pytest.mark.parametrize(("flag", "message"), REPORTS, ids=[text for _, text in REPORTS])
def test_report_raises_its_flag(raised: Callable[..., str | None], flag: str, message: str) -> None:
    assert raised(message) in {flag} | NEIGHBOURS.get(flag, set())


def test_every_flag_has_reports(flags: dict[str, RedFlag]) -> None:
    count = {flag: sum(flag == other for other, _ in REPORTS) for flag in flags}
    unnamed = {*UNSPECIFIED.values(), *(o for f in flags.values() for o in f.instead.values())}
    unclear = {flag.id for flag in flags.values() if flag.choices}
    few = {flag for flag, n in count.items() if n < LEAST}
    assert few - unnamed - unclear == set()
    assert {flag for flag, _ in REPORTS} <= set(flags)


def test_reports_in_capitals_without_punctuation_count(
    reader: RedFlagReader, flags: dict[str, RedFlag]
) -> None:
    missed = []
    for flag, message in REPORTS:
        hit = reader.read(message.upper())
        if hit is None or SEVERITY.index(hit.level) > SEVERITY.index(flags[flag].level):
            missed.append(message)
    assert missed == []


@pytest.mark.parametrize("flag", ["self_harm", "overdose"])
def test_self_harm_and_overdose_beat_everything(
    raised: Callable[..., str | None], flag: str
) -> None:
    message = {"self_harm": "I want to die", "overdose": "I swallowed 30 iron tablets"}[flag]
    assert raised(f"my chest is tight and my face is drooping. {message}.") == flag
    assert raised(f"{message}. Also one calf is swollen and hot.") == flag


def test_the_most_severe_level_wins(raised: Callable[..., str | None]) -> None:
    assert raised("one calf is swollen and hot and I have crushing chest pain") == "heart_attack"
    assert raised("crushing chest pain. One calf is swollen and hot.") == "heart_attack"


def test_a_hit_tells_its_evidence(reader: RedFlagReader) -> None:
    hit = reader.read("My left calf, the bad one, is SWOLEN")
    assert hit is not None
    assert (hit.flag, hit.level) == ("dvt", "same_day")
    assert "calf" in hit.evidence
    assert "swolen" in hit.evidence
