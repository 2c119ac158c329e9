"""How the stand-in reads requests and fails."""

from __future__ import annotations

from typing import Any

from aiohttp import web


def fail(request: web.Request, fault: Any) -> web.Response:
    """Fails as told: see `StandIn`."""
    if fault == "drop":
        assert request.transport is not None
        request.transport.abort()
        return web.Response()
    status, wait = fault if isinstance(fault, tuple) else (fault, None)
    if status == 502:
        return web.Response(status=502, text="<html>Bad Gateway</html>")
    return refuse(status, "a fault", wait)


def refuse(code: int, description: str, retry_after: int | None = None) -> web.Response:
    """An answer that says no."""
    told: dict[str, Any] = {"ok": False, "error_code": code, "description": description}
    if retry_after is not None:
        told["parameters"] = {"retry_after": retry_after}
    return web.json_response(told, status=code)


async def read_fields(request: web.Request) -> tuple[dict[str, Any], bytes]:
    """The fields of a call, sent as JSON or as a form, and the picture in it."""
    if request.content_type == "application/json":
        return await request.json(), b""
    form = dict(await request.post())
    picture = form.pop("photo", None)
    return form, picture.file.read() if isinstance(picture, web.FileField) else b""
