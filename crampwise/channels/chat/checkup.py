"""What `crampwise doctor` tells of a channel."""

from __future__ import annotations

from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from time import time

CLOCK_SECONDS = 60  # Slack refuses signatures five minutes old; certificates mind it too


@dataclass(frozen=True)
class Finding:
    """One thing looked at: whether it is well, what was seen, and what to do if it is not."""

    well: bool
    seen: str
    advice: str = ""


def clock(service: str, date: str | None) -> Finding | None:
    """This machine's clock against the `Date` header of `service`; None when it sent none."""
    try:
        told = parsedate_to_datetime(date or "").timestamp()
    except (TypeError, ValueError):
        return None
    off = round(time() - told)
    if abs(off) <= CLOCK_SECONDS:
        return Finding(True, f"The clock agrees with {service}'s.")
    way = "ahead of" if off > 0 else "behind"
    return Finding(
        False,
        f"The clock is {abs(off)} seconds {way} {service}'s.",
        "Switch on time synchronisation (for example: timedatectl set-ntp true).",
    )
