"""Rasa's REST channel for scripts on this machine, by way of the desk."""

from __future__ import annotations

from typing import Any

from rasa.core.channels.channel import InputChannel
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from crampwise.channels.address import client, is_forwarded
from crampwise.channels.desk import OnNewMessage, Said, desk
from crampwise.channels.door import Refused
from crampwise.channels.gathering import Reply
from crampwise.channels.http import json_object, refusal
from crampwise.serving.settings import LOOPBACK
from crampwise.store.tables import ID

HINT = "Send a JSON object with 'sender' and 'message'."


class LoopbackRest(InputChannel):
    """`POST /webhooks/rest/webhook` as Rasa has it, for callers on this machine only."""

    @classmethod
    def name(cls) -> str:
        return "rest"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> LoopbackRest:
        return cls()

    def blueprint(self, on_new_message: OnNewMessage) -> Blueprint:
        rest = Blueprint("crampwise_rest")

        @rest.get("/")
        async def health(request: Request) -> HTTPResponse:
            return response.json({"status": "ok"})

        @rest.post("/webhook")
        async def receive(request: Request) -> HTTPResponse:
            try:
                said = _said(request)
                replies = await desk().answer(said, on_new_message)
            except Refused as refused:
                return refusal(refused)
            return response.json([_as_rasa_has_it(said.conversation, reply) for reply in replies])

        return rest


def _said(request: Request) -> Said:
    """Raises Refused when the caller or the body is not one to take."""
    if client(request, ()) not in LOOPBACK or is_forwarded(request):
        raise Refused("loopback_only", "This address answers this machine only.", status=403)
    told = json_object(request, HINT)
    sender, message = told.get("sender"), told.get("message")
    if not isinstance(sender, str) or not 0 < len(sender) <= ID or not sender.isprintable():
        raise Refused("bad_json", HINT)
    if isinstance(message, str) and message.strip().startswith("/"):
        return Said("rest", sender, payload=message.strip(), counted=False)
    return Said("rest", sender, text=message, counted=False)


def _as_rasa_has_it(sender: str, reply: Reply) -> dict[str, Any]:
    told: dict[str, Any] = {"recipient_id": sender, "text": reply.plain}
    if reply.answer["buttons"]:
        told["buttons"] = reply.answer["buttons"]
    return told
