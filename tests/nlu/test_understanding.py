"""The understanding, measured on messages that are never trained on.

The floors stand a little below what was measured when they were set, so that a change that makes
the bot understand less fails, and chance does not.
"""

from __future__ import annotations

import subprocess
import sys
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from crampwise.answers.core import SURE
from tests.server import BIN, ROOT

HERE = Path(__file__).parent
FILES = (
    "faq", "typos", "conversation", "out_of_scope_far", "out_of_scope_near", "safety",
    "unseen/faq", "unseen/typos", "unseen/conversation", "unseen/outside",
)  # fmt: skip
QUESTIONS = ("faq", "typos", "unseen/faq", "unseen/typos")
OUTSIDE = "out_of_scope"
TOP = 3


def plain(text: str) -> str:
    return " ".join(text.lower().split())


@lru_cache(maxsize=1)
def trained() -> frozenset[str]:
    """The training phrases, as they are compared."""
    return frozenset(
        plain(line.strip().removeprefix("- "))
        for file in (ROOT / "data" / "nlu").rglob("*.yml")
        for entry in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]
        for line in entry["examples"].splitlines()
    )


def written(name: str) -> list[dict[str, Any]]:
    return list(yaml.safe_load((HERE / f"{name}.yml").read_text(encoding="utf-8")))


def messages(name: str) -> list[dict[str, Any]]:
    """The held-out messages of a file, less those that somebody else also wrote for training."""
    return [message for message in written(name) if plain(message["text"]) not in trained()]


@lru_cache(maxsize=1)
def understood() -> dict[str, list[tuple[dict[str, Any], dict[str, Any]]]]:
    """Every message with how it was read, by file: one run of `crampwise parse` for all."""
    everything = [(name, message) for name in FILES for message in messages(name)]
    lines = "\n".join(" ".join(message["text"].split()) for _, message in everything)
    result = subprocess.run(
        [str(BIN / "crampwise"), "parse"], cwd=ROOT, input=lines, capture_output=True, text=True,
        check=True, timeout=600,
    )  # fmt: skip
    read = [yaml.load(line, yaml.CSafeLoader) for line in result.stdout.splitlines()]
    assert len(read) == len(everything), result.stderr[-1000:]
    found: dict[str, list[tuple[dict[str, Any], dict[str, Any]]]] = {}
    for (name, message), reading in zip(everything, read):
        found.setdefault(name, []).append((message, reading))
    return found


def share(hits: list[bool]) -> float:
    return sum(hits) / len(hits)


@pytest.mark.parametrize(
    ("name", "floor"),
    [
        ("faq", 0.91), ("typos", 0.86), ("conversation", 0.93),
        ("out_of_scope_far", 0.94), ("out_of_scope_near", 0.91),
        ("unseen/faq", 0.93), ("unseen/typos", 0.88), ("unseen/conversation", 0.94),
        ("unseen/outside", 0.95),
    ],
)  # fmt: skip
def test_intents_are_read_right(name: str, floor: float) -> None:
    hits = [reading["intent"] in message["intent"] for message, reading in understood()[name]]
    print(f"{name}: {share(hits):.3f} of {len(hits)}", file=sys.stderr)
    assert share(hits) >= floor


@pytest.mark.parametrize("name", ["faq", "unseen/faq"])
def test_the_right_intent_is_among_the_first(name: str) -> None:
    hits = [
        any(likely["name"] in message["intent"] for likely in reading["intent_ranking"][:TOP])
        for message, reading in understood()[name]
    ]
    assert share(hits) >= 0.98


@pytest.mark.parametrize("name", ["faq", "unseen/faq"])
def test_no_intent_is_read_badly(name: str) -> None:
    by_intent: dict[str, list[bool]] = {}
    for message, reading in understood()[name]:
        hit = reading["intent"] in message["intent"]
        by_intent.setdefault(message["intent"][0], []).append(hit)
    assert min(share(hits) for hits in by_intent.values()) >= 0.74, {
        intent: round(share(hits), 2) for intent, hits in by_intent.items()
    }


@pytest.mark.parametrize("name", QUESTIONS)
def test_questions_are_seldom_refused(name: str) -> None:
    assert share([reading["intent"] == OUTSIDE for _, reading in understood()[name]]) <= 0.03


@pytest.mark.parametrize(
    ("name", "limit"), [("out_of_scope_far", 0.02), ("out_of_scope_near", 0.08),
                        ("unseen/outside", 0.03)],
)  # fmt: skip
def test_what_is_outside_is_seldom_answered_as_if_known(name: str, limit: float) -> None:
    questions = {message["intent"][0] for message, _ in understood()["faq"]}
    answered = [
        reading["intent"] in questions and reading["confidence"] >= SURE
        for _, reading in understood()[name]
    ]
    assert share(answered) <= limit


def test_reports_of_danger_are_caught() -> None:
    reports = [(m, r) for m, r in understood()["safety"] if "red_flag" in m["intent"]]
    emergencies = [reading["intent"] == "red_flag" for m, reading in reports if m["level"] == "E"]
    assert share(emergencies) >= 0.95
    assert share([reading["intent"] == "red_flag" for _, reading in reports]) >= 0.94


def test_ordinary_questions_seldom_raise_an_alarm() -> None:
    alarms = [
        reading["intent"] == "red_flag"
        for name in ("faq", "typos")
        for message, reading in understood()[name]
        if "red_flag" not in message["intent"]
    ]
    assert share(alarms) <= 0.025


def test_named_nutrients_are_found() -> None:
    hits = []
    for name in ("faq", "typos"):
        for message, reading in understood()[name]:
            found = {e["value"] for e in reading["entities"] if e["entity"] == "nutrient"}
            wanted = (message.get("entities") or {}).get("nutrient") or []
            hits += [nutrient in found for nutrient in wanted]
    assert share(hits) >= 0.93


@pytest.mark.parametrize(("name", "limit"), [(name, 0.02) for name in QUESTIONS] + [(None, 0.05)])
def test_nearly_all_held_out_messages_are_measured(name: str | None, limit: float) -> None:
    # Of greetings, and of what everybody asks a bot to try it, many are bound to be the same.
    names = [name] if name else FILES
    left_out = sum(len(written(name)) - len(messages(name)) for name in names)
    assert left_out <= limit * sum(len(written(name)) for name in names)
