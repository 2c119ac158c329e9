"""How long to wait before trying again."""

from __future__ import annotations

import random
from collections.abc import Iterator

FIRST_SECONDS, MOST_SECONDS = 1.0, 60.0
GROWTH = 2.0
JITTER = 0.5  # as a share: many bots that lost a service together must not come back together


def delays(first: float = FIRST_SECONDS, most: float = MOST_SECONDS) -> Iterator[float]:
    """Seconds to wait, without end: doubled each time up to `most`, and varied by half."""
    step = first
    while True:
        yield step * random.uniform(1 - JITTER, 1 + JITTER)
        step = min(most, step * GROWTH)
