"""The pipeline knows no intent of ours: it learns another bot's, from a handful of phrases."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
import yaml

from crampwise.answers.core import SURE
from crampwise.serving.bot import load_agent
from tests.server import BIN, ROOT

HERE = Path(__file__).parent / "foreign"
OUTSIDE = "nlu_fallback"


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a model trained with our configuration on the other bot's phrases."""
    folder = tmp_path_factory.mktemp("models")
    command = [
        str(BIN / "rasa"), "train", "nlu", "--config", str(ROOT / "config.yml"),
        "--nlu", str(HERE / "nlu.yml"), "--domain", str(HERE / "domain.yml"), "--out", str(folder),
    ]  # fmt: skip
    result = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "RASA_TELEMETRY_ENABLED": "false"},
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr[-2000:]
    return folder


async def test_its_messages_are_read_and_strange_ones_refused(models: Path) -> None:
    agent = load_agent(models)
    right: dict[bool, list[bool]] = {True: [], False: []}
    answered: list[bool] = []
    for intent, texts in yaml.safe_load((HERE / "messages.yml").read_text()).items():
        for text in texts:
            parsed = await agent.parse_message(text)
            read = parsed["intent"]
            right[intent == OUTSIDE].append(read["name"] == intent)
            if intent == OUTSIDE:
                answered.append(read["name"] != OUTSIDE and read["confidence"] >= SURE)
            assert 0 <= read["confidence"] <= 1
            assert len(parsed["intent_ranking"]) == 11  # ten intents, and outside
    assert sum(right[False]) / len(right[False]) >= 0.8
    assert sum(right[True]) / len(right[True]) >= 0.5
    assert sum(answered) / len(answered) <= 0.25
