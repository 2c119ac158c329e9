"""`crampwise purge`: deletes conversations that nobody has used for a while."""

from __future__ import annotations

import argparse

from crampwise.serving import settings
from crampwise.serving.keeping import purge
from crampwise.store import store


def run(told: argparse.Namespace) -> int:
    """Purges once and says how many conversations are gone. Raises StoreError."""
    days = settings.read().retention_days if told.days is None else told.days
    if days < 1:
        print("RETENTION_DAYS is 0: conversations are kept for ever. Nothing was deleted.")
        return 0
    gone = purge(store(), days)
    print(f"Deleted {gone} conversations without a message for {days} days.")
    return 0
