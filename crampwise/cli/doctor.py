"""`crampwise doctor`: whether the chat services can be used, and what to do if not."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Awaitable, Callable

from crampwise.channels.chat.checkup import Finding
from crampwise.channels.slack.checkup import checkup as slack
from crampwise.channels.telegram.checkup import checkup as telegram
from crampwise.serving import settings
from crampwise.serving.settings import Settings

Look = Callable[[Settings], Awaitable[list[Finding]]]
SERVICES: tuple[tuple[str, Look], ...] = (
    ("Telegram", lambda found: telegram(found.telegram)),
    ("Slack", lambda found: slack(found.slack)),
)


async def _look(found: Settings) -> bool:
    """Prints what is found; returns whether all is well."""
    well = True
    for service, look in SERVICES:
        print(service)
        for finding in await look(found):
            well = well and finding.well
            print(f"  {'ok  ' if finding.well else 'MEND'}  {finding.seen}")
            if finding.advice:
                print(f"        {finding.advice}")
    return well


def run(told: argparse.Namespace) -> int:
    """Looks at every service. Returns 1 when something is to be mended."""
    return 0 if asyncio.run(_look(settings.read())) else 1
