"""Runs the `crampwise` command."""

from __future__ import annotations

import os
import subprocess

from tests.server import BIN, ROOT


def crampwise(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command when it has ended, with what it printed."""
    return subprocess.run(
        [str(BIN / "crampwise"), *arguments], cwd=ROOT, capture_output=True, text=True,
        env={**os.environ, **environment}, timeout=120, check=False,
    )  # fmt: skip
