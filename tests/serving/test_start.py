"""How the bot starts, fails to start, and ends."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from contextlib import closing
from pathlib import Path

import pytest
import requests

from crampwise.knowledge.loader import HOME
from tests.commands.running import crampwise
from tests.server import BIN, ROOT, free_port, wait_for


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("nutrients/magnesium.yml", "sources: [", "sourcez: [", "nutrients/magnesium.yml"),
        ("intakes.csv", ",mg,", ",stone,", "unit"),
        ("intakes.csv", "potassium,", "kryptonite,", "kryptonite"),
    ],
    ids=["a missing source", "a wrong unit", "an unknown nutrient"],
)
def test_a_broken_knowledge_file_stops_the_start_with_file_key_and_reason(
    tmp_path: Path, file: str, old: str, new: str, told: str
) -> None:
    shutil.copytree(HOME, tmp_path / "knowledge")
    broken = tmp_path / "knowledge" / file
    broken.write_text(broken.read_text().replace(old, new, 1))
    result = crampwise(
        "serve", PORT=str(free_port()), CRAMPWISE_KNOWLEDGE=str(tmp_path / "knowledge")
    )
    assert result.returncode == 1
    assert file in result.stderr
    assert told in result.stderr
    assert "Traceback" not in result.stderr


def test_a_busy_port_is_one_clear_line() -> None:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = crampwise("serve", PORT=str(port))
    assert result.returncode == 1
    assert f"Port {port}" in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("port", ["abc", "0", "70000"])
def test_a_senseless_port_is_one_clear_line(port: str) -> None:
    result = crampwise("serve", PORT=port)
    assert result.returncode == 1
    assert "PORT" in result.stderr


def test_a_database_that_cannot_be_used_is_one_clear_line() -> None:
    result = crampwise("serve", PORT=str(free_port()), DATABASE_URL="postgresql://127.0.0.1:1/x")
    assert result.returncode == 1
    assert "DATABASE_URL" in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_and_frees_the_port(ending: signal.Signals) -> None:
    port = free_port()
    process = subprocess.Popen(
        [str(BIN / "crampwise"), "serve"], cwd=ROOT, env={**os.environ, "PORT": str(port)},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    wait_for(f"http://127.0.0.1:{port}/health", process)
    start = time.monotonic()
    process.send_signal(ending)
    output = process.communicate(timeout=20)[0].decode()
    assert process.returncode == 0, output
    assert time.monotonic() - start < 10
    assert "Traceback" not in output
    with pytest.raises(requests.ConnectionError):
        requests.get(f"http://127.0.0.1:{port}/health", timeout=2)
