"""What the programs that strain a running bot share: an honest client beside, and a look inside.

Linux only: memory and descriptors are read from /proc.
"""

from __future__ import annotations

import statistics
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

import requests

# A bot behind a proxy on this machine, so that each client can come from an address of its own.
NO_LIMITS = {
    "RATE_LIMIT_ADDRESS": "0",
    "RATE_LIMIT_CONVERSATION": "0",
    "TRUSTED_PROXIES": "127.0.0.1",
}
HONEST = {"X-Forwarded-For": "198.51.100.7"}
QUESTIONS = (
    "which vitamin am I lacking when I get leg cramps",
    "how much potassium in a banana",
    "does pickle juice work",
    "why do my calves cramp at night",
    "I take ramipril, can I have potassium?",
    "what is the capital of France",
    "and magnesium?",
)


@dataclass(frozen=True)
class Inside:
    """How much a process holds."""

    megabytes: float
    descriptors: int


def inside(process: int) -> Inside:
    """Resident memory and open descriptors of a process."""
    status = Path(f"/proc/{process}/status").read_text()
    kilobytes = next(int(line.split()[1]) for line in status.splitlines() if "VmRSS" in line)
    return Inside(kilobytes / 1024, len(list(Path(f"/proc/{process}/fd").iterdir())))


def p95(seconds: Sequence[float]) -> float:
    """The wait that 19 of 20 do not exceed."""
    return statistics.quantiles(seconds, n=20)[-1]


@dataclass
class HonestClient:
    """A person who asks a question now and then, in a thread, while its `with` block runs."""

    address: str
    pause: float = 0.5  # seconds
    headers: dict[str, str] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)  # how long each answer took
    failures: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._ask, daemon=True)

    def __enter__(self) -> HonestClient:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end.set()
        self._thread.join()

    @property
    def p95(self) -> float:
        return p95(self.seconds)

    def _ask(self) -> None:
        conversation, number = None, 0
        while not self._end.wait(self.pause):
            body = {"conversation": conversation, "text": QUESTIONS[number % len(QUESTIONS)]}
            number += 1
            begin = time.perf_counter()
            try:
                answer = requests.post(
                    f"{self.address}/chat/messages", json=body, headers=self.headers, timeout=30
                )
                if answer.status_code == 200:
                    self.seconds.append(time.perf_counter() - begin)
                    # A visit has about ten turns.
                    conversation = answer.json()["conversation"] if number % 10 else None
                else:
                    self.failures.append(str(answer.status_code))
            except requests.RequestException as error:
                self.failures.append(type(error).__name__)
