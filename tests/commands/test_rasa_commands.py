"""The conventional Rasa commands work in the project's root."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import requests

from tests.server import BIN, ROOT, running

QUIET = {"RASA_TELEMETRY_ENABLED": "false"}


def test_rasa_test_finds_no_failed_story(tmp_path: Path) -> None:
    result = subprocess.run(
        [
            str(BIN / "rasa"), "test", "core", "--stories", "tests/test_stories.yml",
            "--fail-on-prediction-errors", "--out", str(tmp_path),
        ],
        cwd=ROOT, env={**os.environ, **QUIET}, capture_output=True, text=True, timeout=300,
        check=False,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr[-2000:]
    assert (tmp_path / "story_report.json").exists()


def test_rasa_run_with_a_separate_action_server_answers(tmp_path: Path) -> None:
    actions = [str(BIN / "rasa"), "run", "actions", "--port", "{port}"]
    with running(actions, "/health", SANIC_HOST="127.0.0.1", **QUIET) as action_server:
        endpoints = tmp_path / "endpoints.yml"
        shutil.copy(ROOT / "endpoints.yml", endpoints)
        text = endpoints.read_text().replace("http://127.0.0.1:5055", action_server.address)
        endpoints.write_text(text)
        command = [
            str(BIN / "rasa"), "run", "--interface", "127.0.0.1", "--port", "{port}",
            "--endpoints", str(endpoints),
        ]  # fmt: skip
        with running(command, "/webhooks/rest/", **QUIET) as bot:
            told = {"sender": "script", "message": "which vitamin am I lacking with leg cramps"}
            url = f"{bot.address}/webhooks/rest/webhook"
            [answer] = requests.post(url, json=told, timeout=30).json()
            assert "magnesium" in answer["text"]
            assert bot.answer("does pickle juice work")["topic"] == "remedy.pickle_juice"
