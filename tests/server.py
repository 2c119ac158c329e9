"""Starts the real bot for tests and talks to it over HTTP."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import requests

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
START_SECONDS = 120  # a loaded machine takes far longer than the usual 15
ANSWER_SECONDS = 30


def free_port() -> int:
    """A port nobody listens on."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Server:
    """A running bot."""

    address: str
    process: subprocess.Popen[bytes]

    def post(self, body: Any, **options: Any) -> requests.Response:
        """`body` to `POST /chat/messages`, as it is."""
        return requests.post(
            f"{self.address}/chat/messages", json=body, timeout=ANSWER_SECONDS, **options
        )

    def say(self, text: str, conversation: str | None = None) -> tuple[str, list[dict[str, Any]]]:
        """One message; the conversation's id and the answers."""
        response = self.post({"conversation": conversation, "text": text})
        assert response.status_code == 200, response.text
        told = response.json()
        return told["conversation"], told["messages"]

    def answer(self, text: str, conversation: str | None = None) -> dict[str, Any]:
        """The only answer to one message."""
        _, messages = self.say(text, conversation)
        assert len(messages) == 1, messages
        return messages[0]


@contextmanager
def running(command: list[str], path: str = "/health", **environment: str) -> Iterator[Server]:
    """Runs `command` with PORT set until `path` answers; ends it afterwards."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    process = subprocess.Popen(
        [part.replace("{port}", str(port)) for part in command],
        cwd=ROOT,
        env={**os.environ, "PORT": str(port), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    try:
        wait_for(f"{address}{path}", process)
        yield Server(address, process)
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.communicate(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()


def wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    """Returns when `url` answers. Fails with the output of a process that ended before."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        if process.poll() is not None:
            output = process.stdout.read().decode() if process.stdout else ""
            raise AssertionError(f"The server ended with {process.returncode}: {output[-2000:]}")
        try:
            if requests.get(url, timeout=5).status_code == 200:
                return
        except requests.ConnectionError:
            time.sleep(0.3)
    raise AssertionError(f"{url} did not answer within {START_SECONDS} s")
