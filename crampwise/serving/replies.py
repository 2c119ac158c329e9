"""What every answer over HTTP has: strict headers, and errors without a word of the inside."""

from __future__ import annotations

from http import HTTPStatus

import structlog
from sanic import Sanic, response
from sanic.exceptions import SanicException
from sanic.request import Request
from sanic.response import BaseHTTPResponse, HTTPResponse

from crampwise.knowledge.shared import knowledge

log = structlog.get_logger("crampwise.http")
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}


def strict(app: Sanic) -> None:
    """Adds headers and error handlers to `app`; what a handler sets itself stands."""

    @app.middleware("response")
    async def headers(request: Request, answer: BaseHTTPResponse) -> None:
        for name, value in HEADERS.items():
            answer.headers.setdefault(name, value)

    @app.exception(Exception)
    async def failed(request: Request, error: Exception) -> HTTPResponse:
        if isinstance(error, SanicException) and error.status_code < 500:
            # Not the error's own words: they repeat what was sent.
            words = f"{HTTPStatus(error.status_code).phrase}."
            told = {"code": f"http_{error.status_code}", "message": words}
            return response.json({"error": told}, error.status_code, getattr(error, "headers", {}))
        log.error("request failed", path=request.path, exc_info=error)
        told = {"code": "trouble", "message": knowledge().wording["trouble"]}
        return response.json({"error": told}, status=500)
