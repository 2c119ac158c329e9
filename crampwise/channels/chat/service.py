"""The part of a chat channel that works in the background while the bot serves."""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from typing import Any, Generic, TypeVar

import aiohttp
import structlog

from crampwise.channels.chat import chart
from crampwise.channels.chat.complaint import Complaint
from crampwise.channels.chat.intake import SENDING_SECONDS, Intake
from crampwise.channels.chat.turns import Turns

log = structlog.get_logger("crampwise.chat")
Inbox = TypeVar("Inbox", bound=Intake[Any])


class Service(ABC, Generic[Inbox]):
    """One bot's connection to a chat service, from `open` to `close`."""

    def __init__(self, turns: Turns, complaint: Complaint) -> None:
        """`complaint` tells the owner what is wrong with the connection."""
        self._turns, self._complaint = turns, complaint

    async def open(self) -> None:
        """Begins to work in the background. Never fails: what is wrong is told in the log."""
        self._http = aiohttp.ClientSession()
        self._inbox = self._connect(self._http)
        self._tasks = [asyncio.create_task(self._work()), asyncio.create_task(chart.prepare())]

    async def receive(self, delivery: Any) -> None:
        """Takes a delivery of whatever shape; one that fails must not keep later ones back."""
        try:
            await self._inbox.receive(delivery)
        except Exception:
            log.exception("delivery not taken", channel=self._turns.channel)

    async def close(self) -> None:
        """Takes no more deliveries and finishes those in hand."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._inbox.drain(SENDING_SECONDS)
        await self._http.close()

    @abstractmethod
    def _connect(self, http: aiohttp.ClientSession) -> Inbox:
        """What takes the deliveries, and answers them through `http`."""

    @abstractmethod
    async def _work(self) -> None:
        """Introduces the bot to the service, and asks for deliveries where it has to."""
