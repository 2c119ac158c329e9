"""A loopback stand-in of Slack: the Web API, Socket Mode, uploads and reply addresses.

It checks what the real one checks, and can be told to fail.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.channels.slack import checks
from tests.channels.slack.checks import Refused, require
from tests.channels.slack.lines import Lines
from tests.channels.slack.wire import fail, read_fields

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


class StandIn(Lines):
    """One app's Slack. `faults` maps a method to what its next calls answer, in order.

    A fault is a status, a pair of status and Retry-After, a word of refusal, or "drop": the
    connection ends unheard.
    """

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.sent: list[Sent] = []
        self.views: list[dict[str, Any]] = []
        self.faults: dict[str, list[Any]] = {}
        self.fault: Callable[[str], Any] = lambda method: (
            None
        )  # asked when there is none in `faults`
        self.connections = 0  # of the Web API
        self.scopes = SCOPES
        self._by_channel: dict[str, list[Sent]] = {}
        self._files: dict[str, bytes] = {}
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

    def in_channel(self, channel: str) -> list[Sent]:
        """The messages there, in order."""
        return self._by_channel.get(channel, [])

    def called(self, method: str) -> list[dict[str, Any]]:
        return [fields for name, fields in self.calls if name == method]

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Any method of the API."""
        method = request.match_info["method"]
        self._note_peer(request)
        if fault := self._fault(method):
            return await fail(request, fault)
        fields = await read_fields(request)
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
            return await fail(request, fault)
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
            return await fail(request, fault)
        self._files[request.match_info["file"]] = await request.read()
        return web.Response(text="OK - 1")

    def _auth_test(self, fields: dict[str, Any]) -> Any:
        return ME

    def _apps_connections_open(self, fields: dict[str, Any]) -> Any:
        return {"url": self.new_line()}

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
        self._by_channel.setdefault(channel, []).append(sent)
        return sent

    def _fault(self, method: str) -> Any:
        faults = self.faults.get(method)
        return faults.pop(0) if faults else self.fault(method)

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
