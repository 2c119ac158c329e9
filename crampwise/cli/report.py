"""`crampwise report`: what was asked, as a page to look at."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from crampwise.report import sources
from crampwise.report.page import page
from crampwise.serving import settings

FILE_MODE = 0o600  # questions are for the owner's eyes only


def run(told: argparse.Namespace) -> int:
    """Writes the page. Raises StoreError and WeightsError."""
    days = told.days or settings.read().retention_days or settings.RETENTION_DAYS
    use = sources.use(days)
    groups = sources.grouped(sources.doubtful(use))
    path = Path(told.out)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, FILE_MODE), "w") as file:
        file.write(page(use, groups, days))
    print(f"{path}: {len(use.turns)} messages, {len(groups)} groups of doubtful questions.")
    return 0
