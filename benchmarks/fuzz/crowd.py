"""Sends requests by several clients at once and notes what comes back."""

from __future__ import annotations

import queue
import threading
from collections import Counter
from dataclasses import dataclass, field
from types import TracebackType

import requests

CLIENTS = 4
SECONDS = 30  # for an answer
WAITING = 20  # requests made before they can be sent
# Nobody may be shown any of these.
INSIDE = ("Traceback", ".py", "sqlalchemy", "sanic", "rasa.", "/home/", "site-packages")


@dataclass
class Outcome:
    """What came back: how often each status (0: the line was cut), and what should not have."""

    statuses: Counter[int] = field(default_factory=Counter)
    told_too_much: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def note(self, response: requests.Response) -> None:
        """Counts an answer, and keeps one that should not have been given."""
        self.statuses[response.status_code] += 1
        if response.status_code >= 500:
            self.failures.append(f"{response.status_code}: {response.text[:300]}")
        if any(word in response.text for word in INSIDE):
            self.told_too_much.append(response.text[:300])
        if response.status_code >= 400 and "error" not in response.text:
            self.failures.append(f"{response.status_code} without words: {response.text[:300]}")


class Crowd:
    """Clients that keep their connections and send what they are given."""

    def __init__(self) -> None:
        self.outcome = Outcome()
        self._waiting: queue.Queue[requests.PreparedRequest | None] = queue.Queue(WAITING)
        self._threads = [threading.Thread(target=self._send) for _ in range(CLIENTS)]

    def __enter__(self) -> Crowd:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Waits until all is sent."""
        for _ in self._threads:
            self._waiting.put(None)
        for thread in self._threads:
            thread.join()

    def give(self, request: requests.PreparedRequest) -> None:
        """Has a request sent, as soon as somebody is free."""
        self._waiting.put(request)

    def _send(self) -> None:
        with requests.Session() as session:
            while (request := self._waiting.get()) is not None:
                try:
                    response = session.send(request, timeout=SECONDS, allow_redirects=False)
                except requests.ConnectionError:
                    # A body over the limit may be cut off; whether the bot lives is seen apart.
                    self.outcome.statuses[0] += 1
                except requests.RequestException as error:
                    self.outcome.failures.append(repr(error))
                else:
                    self.outcome.note(response)
