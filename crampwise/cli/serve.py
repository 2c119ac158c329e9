"""`crampwise serve`: the same as chat, without words for a person."""

from __future__ import annotations

import argparse

from crampwise.cli import chat


def run(told: argparse.Namespace) -> int:
    """Serves until it is stopped."""
    return chat.run(told, announce=False)
