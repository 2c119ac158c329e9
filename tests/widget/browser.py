"""Finds Chromium on this machine and starts it."""

from __future__ import annotations

import shutil

from playwright.sync_api import Browser, Playwright

from tests.machine import leave_out

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def find() -> str | None:
    """The path of the first browser there is."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


def start(playwright: Playwright) -> Browser:
    """Starts the browser. Raises FileNotFoundError when there is none."""
    path = find()
    if path is None:
        raise FileNotFoundError(f"No browser on the PATH (looked for {', '.join(NAMES)}).")
    return playwright.chromium.launch(executable_path=path, args=ARGUMENTS)


def needed() -> None:
    """Leaves a test out where no browser is; with CI=true nothing is left out."""
    if find() is None:
        leave_out(f"no browser on the PATH (looked for {', '.join(NAMES)})")
