"""What the channels over HTTP share: who calls, what the body holds, how a refusal reads."""

from __future__ import annotations

from typing import Any

from sanic import response
from sanic.request import Request
from sanic.response import HTTPResponse

from crampwise.channels.address import client, household, is_forwarded
from crampwise.channels.door import Refused
from crampwise.serving.settings import LOOPBACK, Settings


def caller(request: Request, settings: Settings) -> str | None:
    """The address whose messages are counted together, or None when nobody counts them.

    A program on this machine is not limited unless limits were set; but a proxy here that is not
    named in TRUSTED_PROXIES brings the whole world, which then shares its limit.
    """
    address = client(request, settings.trusted_proxies)
    if address in LOOPBACK and not is_forwarded(request) and not settings.limits_set:
        return None
    return household(address)


def json_object(request: Request, hint: str) -> dict[str, Any]:
    """The JSON object of the body. Raises Refused with `hint` when it holds something else."""
    kind = (request.content_type or "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise Refused("content_type", "Send JSON (Content-Type: application/json).", status=415)
    try:
        told = request.json
    except Exception:
        told = None
    if not isinstance(told, dict):
        raise Refused("bad_json", hint)
    return told


async def whole_body(request: Request, most: int) -> bytes | None:
    """The body of a route that is a stream; None when it has more than `most` bytes.

    It is read to its end in any case, or the caller could not hear the answer.
    """
    body, size = b"", 0
    assert request.stream is not None
    while (chunk := await request.stream.read()) is not None:
        size += len(chunk)
        if size <= most:
            body += chunk
    return body if size <= most else None


def error(code: str, status: int) -> HTTPResponse:
    """A refusal that only a program reads."""
    return response.json({"error": {"code": code}}, status=status)


def refusal(refused: Refused) -> HTTPResponse:
    """The refusal as programs and people read it."""
    headers = {"Retry-After": str(refused.retry_after)} if refused.retry_after else None
    error = {"code": refused.code, "message": refused.message}
    return response.json({"error": error}, status=refused.status, headers=headers)
