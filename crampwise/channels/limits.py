"""How many messages a minute somebody may send.

Counted in this process: several bots behind a proxy allow as many times the limit.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable

REMEMBERED = 50_000  # senders at most, so that an attacker with many addresses fills no memory
FULL_AGAIN = 120.0  # seconds after its last message a bucket is full, however empty it was


class Limit:
    """A bucket a sender: `a_minute` messages at once, refilled evenly over a minute.

    A refused message counts too, so whoever goes on without a pause stays refused; after the wait
    that it was told, a minute at most, one is allowed again.
    """

    def __init__(self, a_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        """`a_minute` of 0 is no limit."""
        self._capacity = float(a_minute)
        self._clock = clock
        self._buckets: dict[str, tuple[float, float]] = {}  # sender: messages left, at what time

    def wait(self, sender: str) -> int:
        """Takes one message of `sender`: 0 when it is allowed, else the seconds to wait."""
        if not self._capacity:
            return 0
        now = self._clock()
        left, at = self._buckets.pop(sender, (self._capacity, now))
        left = min(self._capacity, left + (now - at) * self._capacity / 60)
        # The ones not heard of for longest stand first: each message moves its sender last.
        while self._buckets and (len(self._buckets) >= REMEMBERED or self._is_full(now)):
            del self._buckets[next(iter(self._buckets))]
        allowed = left >= 1
        left = max(left - 1, 1 - self._capacity)
        self._buckets[sender] = (left, now)
        return 0 if allowed else math.ceil((1 - left) * 60 / self._capacity)

    def _is_full(self, now: float) -> bool:
        """Whether the bucket that stands first is as good as none."""
        _, at = self._buckets[next(iter(self._buckets))]
        return now - at > FULL_AGAIN
