"""The web channel: the page, the widget's script, and messages as JSON."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import logging
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rasa.core.channels.channel import InputChannel, OutputChannel, UserMessage
from sanic import Blueprint, Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse

from crampwise.channels.door import Refused, offered, typed
from crampwise.channels.queues import Queues
from crampwise.knowledge.shared import knowledge
from crampwise.serving import settings

logger = logging.getLogger(__name__)
DIST = Path(__file__).resolve().parents[2] / "widget" / "dist"
PAGE = "page.html"
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
}
ID_BYTES = 16  # 128 random bits: an id is the only key to a conversation
ID_LENGTH = 32
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " connect-src 'self'; font-src 'none'; base-uri 'none'; form-action 'none';"
    " frame-ancestors {frames}"
)


@dataclass(frozen=True)
class _File:
    """A file of the page as it travels."""

    content: bytes
    packed: bytes
    kind: str
    tag: str  # changes with the content, so that a browser fetches it again only then


class WebOutput(OutputChannel):
    """Gathers the answers to one message, each as the contract of `/chat/messages` has it."""

    def __init__(self) -> None:
        self.messages: list[dict[str, Any]] = []

    @classmethod
    def name(cls) -> str:
        return "web"

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        answer = message.get("answer")
        if answer is None:
            answer = {
                "text": message.get("text") or "",
                "buttons": message.get("buttons") or [],
                "sources": [],
                "topic": message.get("topic") or "smalltalk",
                "urgency": None,
            }
        self.messages.append(answer)

    async def send_text_message(self, recipient_id: str, text: str, **kwargs: Any) -> None:
        await self.send_response(recipient_id, {"text": text})


class WebInput(InputChannel):
    """Serves `/chat/` and answers `POST /chat/messages`."""

    def __init__(self, allowed_origins: tuple[str, ...] = ()) -> None:
        self._allowed = frozenset(allowed_origins)
        self._queues = Queues()
        self._files = _read_files()

    @classmethod
    def name(cls) -> str:
        return "web"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> WebInput:
        return cls(settings.read().allowed_origins)

    def url_prefix(self) -> str:
        return "/chat"

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        page = Blueprint("crampwise_web", strict_slashes=True)

        @page.get("/")
        async def show_page(request: Request) -> HTTPResponse:
            return self._file(request, PAGE)

        @page.get("", name="without_slash")
        async def add_slash(request: Request) -> HTTPResponse:
            return response.redirect("/chat/", status=308)

        @page.get("/<name:[a-z][a-z0-9.-]*>", name="file")
        async def show_file(request: Request, name: str) -> HTTPResponse:
            return self._file(request, name)

        @page.post("/messages")
        async def messages(request: Request) -> HTTPResponse:
            try:
                self._check_origin(request)
                told = _body(request)
                conversation, found = await self._talk(request.app, told, on_new_message)
            except Refused as refused:
                error = {"code": refused.code, "message": refused.message}
                return response.json({"error": error}, status=refused.status)
            return response.json({"conversation": conversation, "messages": found})

        return page

    async def _talk(
        self,
        app: Sanic,
        told: dict[str, Any],
        on_new_message: Callable[[UserMessage], Awaitable[Any]],
    ) -> tuple[str, list[dict[str, Any]]]:
        """Hands one message to the bot, after those of the same conversation that came before."""
        store = app.ctx.agent.tracker_store
        conversation = _conversation(told.get("conversation"))
        # An id that is not in the store (expired, deleted or made up) is never taken over.
        if conversation is None or not await store.exists(conversation):
            conversation = secrets.token_hex(ID_BYTES)
        async with self._queues.turn(conversation):
            if told.get("payload") is not None:
                text = offered(told["payload"], await store.retrieve(conversation))
            else:
                text = typed(told.get("text"))
            output = WebOutput()
            try:
                message = UserMessage(text, output, conversation, input_channel=self.name())
                await asyncio.shield(on_new_message(message))
            except Exception:
                logger.exception("A message of conversation %s... failed.", conversation[:6])
            if not output.messages:
                apology = knowledge().wording["trouble"]
                await output.send_response(conversation, {"text": apology, "topic": "trouble"})
            return conversation, output.messages

    def _check_origin(self, request: Request) -> None:
        """Refuses a browser that speaks for a site not allowed to embed the widget."""
        origin = request.headers.get("origin")
        if origin is None or origin in self._allowed:
            return
        if origin.partition("://")[2] != request.headers.get("host"):
            raise Refused("origin", "This site may not use this assistant.", status=403)

    def _file(self, request: Request, name: str) -> HTTPResponse:
        if name not in self._files:
            return response.text("Not found", status=404)
        file = self._files[name]
        frames = " ".join(["'self'", *sorted(self._allowed)])
        headers = {
            "Content-Security-Policy": POLICY.format(frames=frames),
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",
            "Cache-Control": "no-cache",
            "ETag": file.tag,
            # Who may read it with CORS is said anew for each origin.
            "Vary": "Accept-Encoding, Origin",
        }
        if file.kind.startswith("text/javascript"):
            # Other sites load the script with integrity checks, which browsers do with CORS.
            headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        if file.tag in request.headers.get("if-none-match", ""):
            return response.empty(304, headers)
        content = file.content
        if "gzip" in request.headers.get("accept-encoding", ""):
            content = file.packed
            headers["Content-Encoding"] = "gzip"
        return response.raw(content, headers=headers, content_type=file.kind)


def _read_files() -> dict[str, _File]:
    return {path.name: _read(path) for path in sorted(DIST.glob("*")) if path.suffix in TYPES}


def _read(path: Path) -> _File:
    content = path.read_bytes()
    # Weak ("W/"), because it stands for the packed form too.
    tag = f'W/"{hashlib.sha256(content).hexdigest()[:16]}"'
    return _File(content, gzip.compress(content, mtime=0), TYPES[path.suffix], tag)


def _body(request: Request) -> dict[str, Any]:
    kind = (request.content_type or "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise Refused("content_type", "Send JSON (Content-Type: application/json).", status=415)
    try:
        told = request.json
    except Exception:
        told = None
    if not isinstance(told, dict):
        raise Refused("bad_json", "The body must be a JSON object with a text.")
    return told


def _conversation(told: Any) -> str | None:
    """The conversation's id as sent; None when a new one is to begin."""
    if told is None:
        return None
    if isinstance(told, str) and len(told) == ID_LENGTH and not set(told) - set("0123456789abcdef"):
        return told
    raise Refused("bad_conversation", "That conversation id is not one of mine. Start a new one.")
