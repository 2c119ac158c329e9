"""Messages are answered in the background: in order within a conversation, at once between them.

A service wants each message acknowledged at once, and sends the next one meanwhile.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable

logger = logging.getLogger(__name__)
Job = Callable[[], Awaitable[None]]


class Lanes:
    """One queue of jobs a conversation, kept only while there is something in it."""

    def __init__(self, most: int) -> None:
        self._most = most  # jobs that may wait or run in one conversation
        self._jobs: dict[str, deque[Job]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def put(self, conversation: str, job: Job) -> bool:
        """Takes `job` for after the earlier ones of `conversation`; False when it is full."""
        jobs = self._jobs.get(conversation)
        if jobs is None:
            self._jobs[conversation] = deque([job])
            task = asyncio.get_running_loop().create_task(self._run(conversation))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
            return True
        if len(jobs) >= self._most:
            return False
        jobs.append(job)
        return True

    def waiting(self) -> int:
        """How many jobs wait or run."""
        return sum(len(jobs) for jobs in self._jobs.values())

    async def drain(self, seconds: float) -> bool:
        """Waits until nothing is left, at most so long; what is left then is stopped.

        Returns whether everything was done.
        """
        if not self._tasks:
            return True
        _, left = await asyncio.wait(set(self._tasks), timeout=seconds)
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        return not left

    async def _run(self, conversation: str) -> None:
        jobs = self._jobs[conversation]
        try:
            while jobs:
                try:
                    await jobs[0]()
                except Exception:
                    logger.exception("A message could not be dealt with.")
                jobs.popleft()
        finally:
            del self._jobs[conversation]
