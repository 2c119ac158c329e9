"""Plays the conversations of this folder against the running bot."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.safety.never import faults
from tests.server import Server

HERE = Path(__file__).parent
KEYS = {"say", "press", "holds", "not", "topic", "urgency", "buttons", "refused"}
SCENARIOS = [
    pytest.param(scenario["steps"], id=f"{path.stem}: {scenario['name']}")
    for path in sorted(HERE.glob("*.yml"))
    for scenario in yaml.safe_load(path.read_text(encoding="utf-8"))
]
ENOUGH = 60  # conversations below which the set has lost some


def test_no_conversation_is_lost() -> None:
    assert len(SCENARIOS) >= ENOUGH


@pytest.mark.parametrize("steps", SCENARIOS)
def test_conversation(server: Server, steps: list[dict[str, Any]]) -> None:
    conversation: str | None = None
    answers: list[dict[str, Any]] = []
    for step in steps:
        assert set(step) <= KEYS, step
        body: dict[str, Any] = {"conversation": conversation}
        if "press" in step:
            body["payload"] = _payload(answers, step["press"])
        else:
            body["text"] = step["say"]
        response = server.post(body)
        if "refused" in step:
            assert response.json()["error"]["code"] == step["refused"], response.text
            continue
        assert response.status_code == 200, response.text
        conversation, answers = response.json()["conversation"], response.json()["messages"]
        _check(step, answers)


def _payload(answers: list[dict[str, Any]], title: str) -> str:
    """What the button with that title sends."""
    offered = {button["title"]: button["payload"] for a in answers for button in a["buttons"]}
    assert title in offered, f"no button '{title}' among {list(offered)}"
    return str(offered[title])


def _check(step: dict[str, Any], answers: list[dict[str, Any]]) -> None:
    text = "\n".join(answer["text"] for answer in answers)
    told = f"{step.get('say') or step['press']!r} was answered: {text}"
    assert faults(text) == [], told
    for pattern in step.get("holds", ()):
        assert re.search(pattern, text, re.IGNORECASE), f"no '{pattern}': {told}"
    for pattern in step.get("not", ()):
        assert not re.search(pattern, text, re.IGNORECASE), f"'{pattern}' stands there: {told}"
    topics = [str(answer["topic"]) for answer in answers]
    if "topic" in step:
        assert any(re.fullmatch(step["topic"], topic) for topic in topics), f"{topics}: {told}"
    if "urgency" in step:
        wanted = None if step["urgency"] == "none" else step["urgency"]
        assert answers[0]["urgency"] == wanted, told
    titles = [button["title"] for answer in answers for button in answer["buttons"]]
    for pattern in step.get("buttons", ()):
        fitting = [title for title in titles if re.search(pattern, title, re.IGNORECASE)]
        assert fitting, f"no button '{pattern}' among {titles}: {told}"
