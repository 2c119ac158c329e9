"""A loopback stand-in of Slack: the Web API, Socket Mode, uploads and reply addresses.

It checks what the real one checks, keeps what was not acknowledged for the next line, and can be
told to fail.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from aiohttp import WSMsgType, web

from tests.channels.slack import checks
from tests.channels.slack.checks import Refused, require

BOT_TOKEN, APP_TOKEN, SECRET = "xoxb-1-bot", "xapp-1-app", "8f742231b10e8888abcd99yyyzzz85a5"
ME = {"user_id": "UBOT", "bot_id": "BBOT", "team": "Runners", "team_id": "T1", "user": "crampwise"}
SCOPES = (
    "app_mentions:read,channels:history,chat:write,commands,files:write,groups:history,"
    "im:history,mpim:history"
)


@dataclass
class Sent:
    """A message as it stands in a channel; one at a reply address is seen by one person."""

    channel: str
    seen: str
    fields: dict[str, Any]
    moment: str
    at: float
    picture: bytes | None = None
    blocks: list[dict[str, Any]] = field(default_factory=list)

    @property
    def thread(self) -> str | None:
        return self.fields.get("thread_ts")

    def buttons(self) -> list[dict[str, Any]]:
        """All that can be chosen, whichever block and menu it is in."""
        elements = [e for b in self.blocks if b["type"] == "actions" for e in b["elements"]]
        return [one for e in elements for one in e.get("options", [e])]


class StandIn:
    """One app's Slack. `faults` maps a method to what its next calls answer, in order.

    A fault is a status, a pair of status and Retry-After, a word of refusal, or "drop": the
    connection ends unheard.
    """

    def __init__(self) -> None:
        self.address = ""
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.sent: list[Sent] = []
        self.views: list[dict[str, Any]] = []
        self.faults: dict[str, list[Any]] = {}
        self.lines = 0  # how many WebSockets were opened
        self.connections = 0  # of the Web API
        self.scopes = SCOPES
        self._files: dict[str, bytes] = {}
        self._tickets: set[str] = set()
        self._numbers = count(1)
        self._pending: dict[str, dict[str, Any]] = {}
        self._line: web.WebSocketResponse | None = None
        self._peers: set[Any] = set()

    @property
    def base(self) -> str:
        """What SLACK_API_BASE is set to."""
        return f"{self.address}/api/"

    def reply_url(self, channel: str) -> str:
        return f"{self.address}/reply/{channel}"

    def texts(self, channel: str | None = None) -> list[str]:
        """What people see, in order."""
        return [sent.seen for sent in self.sent if channel in (None, sent.channel)]

    def called(self, method: str) -> list[dict[str, Any]]:
        return [fields for name, fields in self.calls if name == method]

    # Socket Mode

    async def tell(self, kind: str, payload: dict[str, Any]) -> str:
        """Something happens on Slack; it is sent now, or as soon as there is a line."""
        envelope = f"envelope-{next(self._numbers)}"
        self._pending[envelope] = {
            "type": kind,
            "envelope_id": envelope,
            "payload": payload,
            "accepts_response_payload": kind != "events_api",
        }
        await self._push(envelope)
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

    async def _push(self, envelope: str) -> None:
        if self._line is not None:
            with suppress(ConnectionError, RuntimeError):
                await self._line.send_json(self._pending[envelope])

    async def socket(self, request: web.Request) -> web.StreamResponse:
        """The WebSocket: hello, what is pending, and acknowledgements."""
        ticket = request.match_info["ticket"]
        if ticket not in self._tickets:
            return web.Response(status=408)  # an address is good for one line
        self._tickets.discard(ticket)
        line = web.WebSocketResponse()
        await line.prepare(request)
        await line.send_json({"type": "hello", "num_connections": 1})
        self._line, self.lines = line, self.lines + 1
        for envelope in list(self._pending):
            await self._push(envelope)
        async for message in line:
            if message.type is WSMsgType.TEXT:
                self._pending.pop(json.loads(message.data)["envelope_id"], None)
        if self._line is line:
            self._line = None
        return line

    # Web API

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Any method of the API."""
        method = request.match_info["method"]
        self._note_peer(request)
        if fault := self._fault(method):
            return await _fail(request, fault)
        fields = await _fields(request)
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        expected = APP_TOKEN if method == "apps.connections.open" else BOT_TOKEN
        if token != expected:
            known = token in (APP_TOKEN, BOT_TOKEN)
            word = "not_allowed_token_type" if known else "invalid_auth"
            return web.json_response({"ok": False, "error": word})
        self.calls.append((method, fields))
        handler = getattr(self, "_" + method.replace(".", "_"), None)
        try:
            require(handler is not None, "unknown_method")
            result = handler(fields)
        except Refused as refused:
            return web.json_response({"ok": False, "error": str(refused)})
        return web.json_response({"ok": True, **result}, headers={"x-oauth-scopes": self.scopes})

    async def reply(self, request: web.Request) -> web.StreamResponse:
        """A reply address, which takes five messages."""
        if fault := self._fault("reply"):
            return await _fail(request, fault)
        fields = await request.json()
        try:
            require(fields["response_type"] == "ephemeral", "invalid_payload")
            seen = checks.message(fields)
        except Refused as refused:
            return web.Response(status=400, text=str(refused))
        self._keep(f"only {request.match_info['channel']}", seen, fields)
        return web.Response(text="ok")

    async def upload(self, request: web.Request) -> web.StreamResponse:
        """Where files go."""
        if fault := self._fault("upload"):
            return await _fail(request, fault)
        self._files[request.match_info["file"]] = await request.read()
        return web.Response(text="OK - 1")

    def _auth_test(self, fields: dict[str, Any]) -> Any:
        return ME

    def _apps_connections_open(self, fields: dict[str, Any]) -> Any:
        ticket = f"ticket-{next(self._numbers)}"
        self._tickets.add(ticket)
        return {"url": f"{self.address.replace('http', 'ws')}/socket/{ticket}"}

    def _chat_postMessage(self, fields: dict[str, Any]) -> Any:
        channel = _channel(fields, people=True)
        sent = self._keep(channel, checks.message(fields), fields)
        return {"channel": channel, "ts": sent.moment}

    def _chat_update(self, fields: dict[str, Any]) -> Any:
        seen = checks.message(fields)
        for sent in self.sent:
            if (sent.channel, sent.moment) == (fields["channel"], fields["ts"]):
                sent.seen, sent.blocks = seen, fields["blocks"]
                return {"ts": sent.moment}
        raise Refused("message_not_found")

    def _views_open(self, fields: dict[str, Any]) -> Any:
        require(fields.get("trigger_id"), "invalid_trigger_id")
        self.views.append(checks.view(fields["view"]))
        return {"view": {"id": "V1"}}

    def _views_publish(self, fields: dict[str, Any]) -> Any:
        require(fields["user_id"].startswith("U"), "user_not_found")
        self.views.append(checks.view(fields["view"]))
        return {"view": {"id": "V2"}}

    def _assistant_threads_setStatus(self, fields: dict[str, Any]) -> Any:
        require(fields.get("thread_ts") and fields.get("status"), "invalid_arguments")
        _channel(fields, "channel_id")
        return {}

    def _files_getUploadURLExternal(self, fields: dict[str, Any]) -> Any:
        require(fields["filename"] and int(fields["length"]) > 0, "invalid_arguments")
        require(1 <= len(fields.get("alt_txt", "-")) <= 1000, "invalid_arguments")
        name = f"F{next(self._numbers)}"
        return {"file_id": name, "upload_url": f"{self.address}/upload/{name}"}

    def _files_completeUploadExternal(self, fields: dict[str, Any]) -> Any:
        channel = _channel(fields, "channel_id")
        [file] = fields["files"]
        require(file["id"] in self._files, "file_not_found")
        picture = self._files[file["id"]]
        require(picture.startswith(checks.PNG), "file_not_found")
        checks.no_marks(fields.get("initial_comment", ""))
        self._keep(channel, fields.get("initial_comment", ""), fields, picture)
        return {"files": [{"id": file["id"]}]}

    def _keep(
        self, channel: str, seen: str, fields: dict[str, Any], picture: bytes | None = None
    ) -> Sent:
        moment = f"1760000000.{next(self._numbers):06}"
        blocks = fields.get("blocks", [])
        sent = Sent(channel, seen, fields, moment, time.perf_counter(), picture, blocks)
        self.sent.append(sent)
        return sent

    def _fault(self, method: str) -> Any:
        faults = self.faults.get(method)
        return faults.pop(0) if faults else None

    def _note_peer(self, request: web.Request) -> None:
        peer = request.transport.get_extra_info("peername") if request.transport else None
        if peer not in self._peers:
            self._peers.add(peer)
            self.connections += 1


def _channel(fields: dict[str, Any], name: str = "channel", people: bool = False) -> str:
    """The channel a call is about. For a person's id it is the conversation with them."""
    given = fields.get(name, "")
    if people and given.startswith("U"):
        return "D" + given[1:]
    require(given[:1] in ("C", "D", "G"), "channel_not_found")
    return given


async def _fail(request: web.Request, fault: Any) -> web.Response:
    if fault == "drop":
        assert request.transport is not None
        request.transport.abort()
        return web.Response()
    if isinstance(fault, str):
        return web.json_response({"ok": False, "error": fault})
    status, wait = fault if isinstance(fault, tuple) else (fault, None)
    if status == 502:
        return web.Response(status=502, text="<html>Bad Gateway</html>", content_type="text/html")
    headers = {} if wait is None else {"Retry-After": str(wait)}
    body = {"ok": False, "error": "ratelimited" if status == 429 else "a fault"}
    return web.json_response(body, status=status, headers=headers)


async def _fields(request: web.Request) -> dict[str, Any]:
    """The fields of a form, of which those that hold lists and objects are JSON."""
    require(request.content_type == "application/x-www-form-urlencoded", "invalid_form_data")
    form: dict[str, Any] = {name: str(value) for name, value in (await request.post()).items()}
    for name in ("blocks", "view", "files"):
        if name in form:
            form[name] = json.loads(form[name])
    return form


@asynccontextmanager
async def running() -> AsyncIterator[StandIn]:
    """A stand-in that listens on loopback."""
    stand_in = StandIn()
    app = web.Application()
    app.router.add_post("/api/{method}", stand_in.answer)
    app.router.add_get("/socket/{ticket}", stand_in.socket)
    app.router.add_post("/reply/{channel}", stand_in.reply)
    app.router.add_post("/upload/{file}", stand_in.upload)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    stand_in.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield stand_in
    finally:
        await runner.cleanup()
        await asyncio.sleep(0)
