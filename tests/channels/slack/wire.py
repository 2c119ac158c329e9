"""How the stand-in reads requests and fails."""

from __future__ import annotations

import json
from typing import Any

from aiohttp import web

from tests.channels.slack.checks import require


async def fail(request: web.Request, fault: Any) -> web.Response:
    """Fails as told: see `StandIn`."""
    if fault == "drop":
        assert request.transport is not None
        request.transport.abort()
        return web.Response()
    if isinstance(fault, str):
        return web.json_response({"ok": False, "error": fault})
    status, wait = fault if isinstance(fault, tuple) else (fault, None)
    if status == 502:
        return web.Response(status=502, text="<html>Bad Gateway</html>", content_type="text/html")
    headers = {} if wait is None else {"Retry-After": str(wait)}
    body = {"ok": False, "error": "ratelimited" if status == 429 else "a fault"}
    return web.json_response(body, status=status, headers=headers)


async def read_fields(request: web.Request) -> dict[str, Any]:
    """The fields of a form, of which those that hold lists and objects are JSON."""
    require(request.content_type == "application/x-www-form-urlencoded", "invalid_form_data")
    form: dict[str, Any] = {name: str(value) for name, value in (await request.post()).items()}
    for name in ("blocks", "view", "files"):
        if name in form:
            form[name] = json.loads(form[name])
    return form
