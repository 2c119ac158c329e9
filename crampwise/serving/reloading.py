"""A new model or an edited knowledge base, taken up while messages are answered.

Everything is loaded beside what is in use and takes its place only when it is whole: what cannot be
loaded is told in the log, and the last good one stays.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import structlog
from rasa.core.agent import Agent

from crampwise.knowledge.errors import KnowledgeError
from crampwise.knowledge.loader import load
from crampwise.knowledge.shared import knowledge, place, replace
from crampwise.serving import metrics
from crampwise.serving.garbage import settle

log = structlog.get_logger("crampwise.reloading")
LOOK_SECONDS = 2.0
State = frozenset[tuple[str, int, int]]


def state(folder: Path) -> State:
    """Name, size and time of every file below `folder`: differs once one was edited."""
    found = []
    for path in folder.rglob("*"):
        try:
            status = path.stat()
        except FileNotFoundError:  # an editor puts a new file in the old one's place
            continue
        found.append((str(path), status.st_size, status.st_mtime_ns))
    return frozenset(found)


class Reloading:
    """Renews the agent of this process."""

    def __init__(self, agent: Agent, newest: Callable[[], str]) -> None:
        """`newest` tells the path of the model to load."""
        self._agent, self._newest = agent, newest
        self._one_at_a_time = asyncio.Lock()

    async def renew(self) -> bool:
        """Reads the knowledge base and the newest model. Returns whether both are in use now."""
        async with self._one_at_a_time:
            loop = asyncio.get_running_loop()
            taken = await loop.run_in_executor(None, self._renew)
            metrics.reloaded(taken)
            return taken

    async def watch(self) -> None:
        """Renews whenever the knowledge base was edited, until it is cancelled."""
        loop = asyncio.get_running_loop()
        seen = await loop.run_in_executor(None, state, place())
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            now = await loop.run_in_executor(None, state, place())
            if now != seen:
                seen = now
                await self.renew()

    def _renew(self) -> bool:
        old = knowledge()
        try:
            replace(load(place()))
            # The parts of the model read the knowledge base when they are loaded.
            self._agent.load_model(self._newest())
        except KnowledgeError as error:
            log.error("knowledge base not taken up", problems=str(error).splitlines())
            return False
        except Exception:
            replace(old)
            log.exception("model not taken up")
            return False
        settle()
        log.info("renewed", model=self._agent.model_id)
        return True
