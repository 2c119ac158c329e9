"""The stand-in's Socket Mode: what was not acknowledged is kept for the next line."""

from __future__ import annotations

import json
from contextlib import suppress
from itertools import count
from typing import Any

from aiohttp import WSMsgType, web


class Lines:
    """The WebSockets of one app, of which the newest one is used."""

    def __init__(self) -> None:
        self.address = ""
        self.lines = 0  # how many were opened
        self._numbers = count(1)
        self._tickets: set[str] = set()
        self._pending: dict[str, dict[str, Any]] = {}
        self._line: web.WebSocketResponse | None = None

    def new_line(self) -> str:
        """The address of a line, which is good for one."""
        ticket = f"ticket-{next(self._numbers)}"
        self._tickets.add(ticket)
        return f"{self.address.replace('http', 'ws')}/socket/{ticket}"

    async def tell(self, kind: str, payload: dict[str, Any]) -> str:
        """Something happens on Slack; it is sent now, or as soon as there is a line."""
        envelope = f"envelope-{next(self._numbers)}"
        self._pending[envelope] = {
            "type": kind,
            "envelope_id": envelope,
            "payload": payload,
            "accepts_response_payload": kind != "events_api",
        }
        if self._line is not None:
            await self._push(self._line, envelope)
        return envelope

    def unacknowledged(self) -> int:
        return len(self._pending)

    @property
    def connected(self) -> bool:
        return self._line is not None

    async def ask_for_a_new_line(self, reason: str = "refresh_requested") -> None:
        """What Slack does every few hours."""
        assert self._line is not None
        await self._line.send_json({"type": "disconnect", "reason": reason})

    def cut(self) -> None:
        """The line is lost without a word."""
        if self._line is not None and self._line._req is not None:
            assert self._line._req.transport is not None
            self._line._req.transport.abort()
            self._line = None

    async def _push(self, line: web.WebSocketResponse, envelope: str) -> None:
        if envelope in self._pending:
            with suppress(ConnectionError, RuntimeError):
                await line.send_json(self._pending[envelope])

    async def socket(self, request: web.Request) -> web.StreamResponse:
        """The WebSocket: hello, what is pending, and acknowledgements."""
        ticket = request.match_info["ticket"]
        if ticket not in self._tickets:
            return web.Response(status=408)  # an address is good for one line
        self._tickets.discard(ticket)
        line = web.WebSocketResponse()
        await line.prepare(request)
        await line.send_json({"type": "hello", "num_connections": 1})
        self.lines += 1
        given: set[str] = set()
        # What is told meanwhile must not overtake what waited.
        while waiting := [one for one in self._pending if one not in given]:
            for envelope in waiting:
                given.add(envelope)
                await self._push(line, envelope)
        self._line = line
        async for message in line:
            if message.type is WSMsgType.TEXT:
                self._pending.pop(json.loads(message.data)["envelope_id"], None)
        if self._line is line:
            self._line = None
        return line
