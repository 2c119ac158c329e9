"""A real bot that can be frozen, ended and started again on the same port."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from tests.server import ROOT, free_port, wait_for


class Bot:
    """Runs while its `with` block does."""

    def __init__(self, command: list[str], allowed_origins: str) -> None:
        port = free_port()
        self.address = f"http://127.0.0.1:{port}"
        self._command = command
        self._environment = {"PORT": str(port), "ALLOWED_ORIGINS": allowed_origins}
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Bot:
        self.start()
        return self

    def __exit__(self, *error: object) -> None:
        self.kill()

    @property
    def tag(self) -> str:
        """The one tag that puts its chat on a page."""
        return f'<script src="{self.address}/chat/widget.js" defer></script>'

    def start(self) -> None:
        """Returns when it answers."""
        self._process = subprocess.Popen(
            self._command,
            cwd=ROOT,
            env={**os.environ, **self._environment},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            wait_for(f"{self.address}/health", self._process)
        except AssertionError:
            self.kill()
            raise

    def kill(self) -> None:
        """Ends it as a power cut would."""
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """It listens, but does not answer, until the block ends."""
        assert self._process
        self._process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self._process.send_signal(signal.SIGCONT)
