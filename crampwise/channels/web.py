"""The web channel: the page, the widget's script, and messages as JSON."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Coroutine
from dataclasses import asdict
from functools import wraps
from typing import Any

import structlog
from rasa.core.channels.channel import InputChannel
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse
from sqlalchemy.exc import SQLAlchemyError

from crampwise.channels.desk import OnNewMessage, Said, desk
from crampwise.channels.door import Refused, known_locale
from crampwise.channels.http import caller, json_object, refusal
from crampwise.channels.page import PAGE, Files
from crampwise.channels.repeats import Repeats, repeat_key
from crampwise.knowledge.shared import knowledge
from crampwise.serving.settings import Settings, read
from crampwise.store import store

log = structlog.get_logger("crampwise.web")
ID_BYTES = 16  # 128 random bits: an id is the only key to a conversation
ID_LENGTH = 32
NAME = "web"
Handler = Callable[..., Coroutine[Any, Any, HTTPResponse]]


class WebInput(InputChannel):
    """Serves `/chat/` and answers `POST /chat/messages`."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._files = Files(settings.allowed_origins)
        self._repeats = Repeats(store())

    @classmethod
    def name(cls) -> str:
        return NAME

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> WebInput:
        return cls(read())

    def url_prefix(self) -> str:
        return "/chat"

    def blueprint(self, on_new_message: OnNewMessage) -> Blueprint:
        page = Blueprint("crampwise_web", strict_slashes=True)

        @page.get("/")
        async def show_page(request: Request) -> HTTPResponse:
            return self._files.answer(request, PAGE)

        @page.get("", name="without_slash")
        async def add_slash(request: Request) -> HTTPResponse:
            return response.redirect("/chat/", status=308)

        @page.get("/<name:[a-z][a-z0-9.-]*>", name="file")
        async def show_file(request: Request, name: str) -> HTTPResponse:
            return self._files.answer(request, name)

        @page.post("/messages")
        @self._guarded
        async def messages(request: Request) -> HTTPResponse:
            hint = "The body must be a JSON object with a text."
            told = await self._talk(request, json_object(request, hint), on_new_message)
            return response.json(told)

        @page.get("/conversations/<conversation:[0-9a-f]{32}>", name="kept")
        @self._guarded
        async def kept(request: Request, conversation: str) -> HTTPResponse:
            found = await store().aside(store().kept, conversation)
            return response.json(asdict(found))

        # Clients send an empty body along, which must be read or the log complains.
        @page.delete("/conversations/<conversation:[0-9a-f]{32}>", name="forget", ignore_body=False)
        @self._guarded
        async def forget(request: Request, conversation: str) -> HTTPResponse:
            deleted = await desk().forget(conversation)
            left = await store().aside(store().kept, conversation)
            return response.json({"deleted": asdict(deleted), "kept": asdict(left)})

        return page

    def _guarded(self, handler: Handler) -> Handler:
        """A handler before which the caller is checked, and whose refusals become answers."""

        @wraps(handler)
        async def guarded(request: Request, **named: Any) -> HTTPResponse:
            try:
                self._check_origin(request)
                desk().admit(NAME, caller(request, self._settings))
                return await handler(request, **named)
            except Refused as refused:
                return refusal(refused)
            except SQLAlchemyError:
                log.exception("request failed")
                return refusal(Refused("trouble", knowledge().wording["trouble"], status=503))

        return guarded

    async def _talk(
        self, request: Request, told: dict[str, Any], on_new_message: OnNewMessage
    ) -> dict[str, Any]:
        """Hands one message to the bot, after those of the same conversation that came before."""
        given, text, payload = told.get("conversation"), told.get("text"), told.get("payload")
        known = _conversation(given)
        address = caller(request, self._settings)
        locale = known_locale(told.get("locale"))
        key = repeat_key(told.get("message_id"), given, text, payload)

        async def answer() -> dict[str, Any]:
            # An id that is not in the store (expired, deleted or made up) is never taken over.
            begun = known is not None and await desk().knows(known)
            conversation = known if known is not None and begun else new_conversation()
            counted = address is not None
            said = Said(
                NAME, conversation, text, payload, counted, address=address, locale=locale, key=key
            )
            replies = await desk().answer(said, on_new_message)
            return {"conversation": conversation, "messages": [reply.answer for reply in replies]}

        return await self._repeats.once(key, answer)

    def _check_origin(self, request: Request) -> None:
        """Refuses a browser that speaks for a site not allowed to embed the widget."""
        origin = request.headers.get("origin")
        if origin is None or origin in self._settings.allowed_origins:
            return
        if origin.partition("://")[2] != request.headers.get("host"):
            raise Refused("origin", "This site may not use this assistant.", status=403)


def new_conversation() -> str:
    """An id that nobody can guess."""
    return secrets.token_hex(ID_BYTES)


def _conversation(told: Any) -> str | None:
    """The conversation's id as sent; None when a new one is to begin."""
    if told is None:
        return None
    if isinstance(told, str) and len(told) == ID_LENGTH and not set(told) - set("0123456789abcdef"):
        return told
    raise Refused("bad_conversation", "That conversation id is not one of mine. Start a new one.")
