"""`crampwise chat`: what `make chat` runs."""

from __future__ import annotations

import argparse

from crampwise.cli import train
from crampwise.serving import garbage, port, settings
from crampwise.store import store


def run(told: argparse.Namespace, announce: bool = True) -> int:
    """Serves until it is stopped."""
    found = settings.read()
    port.check(found)
    store()  # told in one line when the database cannot be used, before any time is spent
    train.ensure()
    if announce:
        print("Loading the bot (about 10 to 20 seconds) ...", flush=True)
    garbage.wait()
    from crampwise.serving import server  # brings Rasa along, which takes seconds

    server.run(found, announce)
