"""`crampwise ask`, `parse` and `shell`: lines in, answers out."""

from __future__ import annotations

import json
import subprocess
from typing import Any

from tests.server import BIN, ROOT


def told(command: str, lines: list[str]) -> list[dict[str, Any]]:
    result = subprocess.run(
        [str(BIN / "crampwise"), command], cwd=ROOT, input="\n".join(lines) + "\n",
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_parse_prints_one_object_a_line() -> None:
    first, second = told("parse", ["magnezium foods plz", "/greet"])
    assert first["text"] == "magnezium foods plz"
    assert first["intent"] == "foods"
    assert 0 < first["confidence"] <= 1
    assert first["intent_ranking"][0]["name"] == "foods"
    [entity] = [e for e in first["entities"] if e["entity"] == "nutrient"]
    assert entity["value"] == "magnesium"
    assert "magnezium foods plz"[entity["start"] : entity["end"]] == "magnezium"
    assert second["text"] == "/greet"


def test_ask_keeps_a_conversation_until_a_blank_line() -> None:
    lines = [
        "foods with magnesium",
        "and potassium?",
        "",
        "my pee is brown after the gym",
        "x" * 1200,
    ]
    answers = told("ask", lines)
    assert [len(answer["messages"]) for answer in answers] == [1] * 4
    assert answers[1]["messages"][0]["topic"] == "potassium.foods"
    assert answers[2]["intent"] == "red_flag"
    assert answers[2]["messages"][0]["urgency"] == "emergency"
    assert answers[3]["messages"][0]["topic"] == "too_long"
    for answer in answers:
        assert {"text", "buttons", "sources", "topic", "urgency"} <= set(answer["messages"][0])


def test_shell_shows_numbered_suggestions_and_takes_a_number() -> None:
    result = subprocess.run(
        [str(BIN / "crampwise"), "shell"], cwd=ROOT, input="hello\n2\nquit\n",
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    assert "2) How do I stop a cramp right now?" in result.stdout
    assert "stretch" in result.stdout.lower()
    assert "Traceback" not in result.stderr
