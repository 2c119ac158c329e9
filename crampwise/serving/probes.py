"""What machines ask: is it alive, is it ready, what does it count?"""

from __future__ import annotations

import asyncio

import structlog
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from crampwise.channels.address import client, is_forwarded, within
from crampwise.channels.desk import desk
from crampwise.serving.settings import Settings
from crampwise.store import store

log = structlog.get_logger("crampwise.probes")
STORE_SECONDS = 1.0


def probes(settings: Settings) -> Blueprint:
    """`/health`, `/ready` and `/metrics`."""
    found = Blueprint("crampwise_probes")

    @found.get("/health")
    async def health(request: Request) -> HTTPResponse:
        return response.json({"status": "ok"})

    @found.get("/ready")
    async def ready(request: Request) -> HTTPResponse:
        agent = getattr(request.app.ctx, "agent", None)
        checks = {
            "model": agent is not None and agent.is_ready(),
            "store": await _store_answers(),
            "taking_messages": not desk().stopping,
        }
        return response.json(checks, status=200 if all(checks.values()) else 503)

    @found.get("/metrics")
    async def metrics(request: Request) -> HTTPResponse:
        # Counts tell nothing of a person, but how busy the bot is need not be public either.
        if is_forwarded(request) or not within(client(request, ()), settings.metrics_from):
            return response.json({"error": {"code": "not_here"}}, status=403)
        return response.raw(generate_latest(), content_type=CONTENT_TYPE_LATEST)

    return found


async def _store_answers() -> bool:
    try:
        await asyncio.wait_for(store().aside(store().check), STORE_SECONDS)
    except Exception as error:
        log.error("store not ready", reason=str(error) or type(error).__name__)
        return False
    return True
