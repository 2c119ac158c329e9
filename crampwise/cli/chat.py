"""`crampwise chat`: what `make chat` runs."""

from __future__ import annotations

import argparse

from crampwise.serving import server, settings


def run(told: argparse.Namespace, announce: bool = True) -> int:
    """Serves until it is stopped."""
    found = settings.read()
    server.check_port(found)
    if announce:
        print("Loading the bot (about 10 to 20 seconds) ...", flush=True)
    server.run(found, announce)
    return 0
