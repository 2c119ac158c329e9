"""The pipeline knows no intent of ours: it learns another bot's, from a handful of phrases."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
import yaml

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
    for intent, texts in yaml.safe_load((HERE / "messages.yml").read_text()).items():
        for text in texts:
            parsed = await agent.parse_message(text)
            right[intent == OUTSIDE].append(parsed["intent"]["name"] == intent)
            assert 0 <= parsed["intent"]["confidence"] <= 1
            assert len(parsed["intent_ranking"]) == 11  # ten intents, and outside
    inside, outside = (sum(right[kind]) / len(right[kind]) for kind in (False, True))
    print(f"inside {inside:.2f}, outside {outside:.2f}")
    assert inside >= 0.7
    assert outside >= 0.7
