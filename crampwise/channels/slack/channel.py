"""The Slack channel as Rasa knows it."""

from __future__ import annotations

import json
from asyncio import AbstractEventLoop
from typing import Any
from urllib.parse import parse_qsl

import structlog
from rasa.core.channels.channel import InputChannel
from sanic import Blueprint, Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse
from slack_sdk.signature import SignatureVerifier

from crampwise.channels.desk import OnNewMessage, desk
from crampwise.channels.http import error, whole_body
from crampwise.channels.slack.reading import EVENT, INTERACTION, SLASH
from crampwise.channels.slack.service import NAME, Slack
from crampwise.serving.settings import SlackSettings, read
from crampwise.store import store

log = structlog.get_logger("crampwise.slack")
MOST_BODY = 1_000_000  # bytes; a click brings the whole message along, twice encoded
FORM = "application/x-www-form-urlencoded"


class SlackInput(InputChannel):
    """Talks on Slack when there are tokens: through Socket Mode, or listening for events."""

    def __init__(self, settings: SlackSettings | None) -> None:
        self._settings = settings

    @classmethod
    def name(cls) -> str:
        return NAME

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> SlackInput:
        return cls(read().slack)

    def blueprint(self, on_new_message: OnNewMessage) -> Blueprint:
        slack = Blueprint("crampwise_slack")
        if self._settings is None:
            log.info("Slack is off: SLACK_BOT_TOKEN is not set.")
            return slack
        settings = self._settings

        @slack.listener("after_server_start")
        async def start(app: Sanic, loop: AbstractEventLoop) -> None:
            app.ctx.slack = Slack(settings, on_new_message, store(), desk())
            await app.ctx.slack.open()

        @slack.listener("before_server_stop")
        async def stop(app: Sanic, loop: AbstractEventLoop) -> None:
            await app.ctx.slack.close()

        if settings.signing_secret is not None:
            _listen(slack, SignatureVerifier(settings.signing_secret))
        return slack


def _listen(slack: Blueprint, verifier: SignatureVerifier) -> None:
    """Takes deliveries as Slack posts them: at once, for it waits three seconds at most."""

    # As a stream, because the limit of other bodies is too low for Slack's.
    @slack.post("/webhook", stream=True)
    async def webhook(request: Request) -> HTTPResponse:
        body = await whole_body(request, MOST_BODY)
        if body is None:
            return error("too_large", 413)
        if not _is_signed(verifier, body, request):
            return error("bad_signature", 401)
        try:
            kind, payload = _delivery(request.content_type or "", body)
        except (ValueError, RecursionError):
            return error("bad_body", 400)
        if kind == EVENT and payload.get("type") == "url_verification":
            return response.json({"challenge": payload.get("challenge")})
        await request.app.ctx.slack.receive((kind, payload))
        # Anything in the body would be shown to the person, or replace what they see.
        return response.empty(status=200)


def _is_signed(verifier: SignatureVerifier, body: bytes, request: Request) -> bool:
    """Whether Slack signed the body in the last five minutes (checked in constant time)."""
    moment = request.headers.get("X-Slack-Request-Timestamp", "")
    signature = request.headers.get("X-Slack-Signature", "")
    try:
        return verifier.is_valid(body, moment, signature)
    except (ValueError, TypeError, OverflowError):
        return False  # a time that is no number, a signature or a body that is no text


def _delivery(content_type: str, body: bytes) -> tuple[str, dict[str, Any]]:
    """Kind and payload. Raises ValueError and RecursionError for anything that is neither."""
    kind = content_type.partition(";")[0].strip().lower()
    if kind == "application/json":
        return EVENT, _object(body)
    if kind != FORM:
        raise ValueError("neither JSON nor a form")
    form = dict(parse_qsl(body.decode(), keep_blank_values=True))
    if "payload" in form:
        return INTERACTION, _object(form["payload"])
    return SLASH, form


def _object(text: str | bytes) -> dict[str, Any]:
    told = json.loads(text)
    if not isinstance(told, dict):
        raise ValueError("not an object")
    return told
