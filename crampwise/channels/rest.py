"""Rasa's REST channel for scripts on this machine, with the door's checks."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import UserMessage
from rasa.core.channels.rest import RestInput
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from crampwise.channels.door import Refused, offered, typed
from crampwise.serving.settings import LOOPBACK

FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip")


class LoopbackRest(RestInput):
    """`POST /webhooks/rest/webhook` as Rasa has it, for callers on this machine only."""

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> LoopbackRest:
        return cls()

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        rest = super().blueprint(on_new_message)

        @rest.middleware("request")
        async def check(request: Request) -> HTTPResponse | None:
            if request.method != "POST":
                return None
            if request.ip not in LOOPBACK or any(name in request.headers for name in FORWARDED):
                return response.json({"error": {"code": "loopback_only"}}, status=403)
            try:
                told = request.json
                if not isinstance(told, dict) or not isinstance(told.get("sender"), str):
                    raise Refused("bad_json", "Send a JSON object with 'sender' and 'message'.")
                message = told.get("message")
                if isinstance(message, str) and message.strip().startswith("/"):
                    store = request.app.ctx.agent.tracker_store
                    offered(message.strip(), await store.retrieve(told["sender"]))
                else:
                    typed(message)
            except Refused as refused:
                error = {"code": refused.code, "message": refused.message}
                return response.json({"error": error}, status=refused.status)
            except Exception:
                return response.json({"error": {"code": "bad_json"}}, status=400)
            return None

        return rest
