"""How the stand-in reads requests and fails."""

from __future__ import annotations

import json
from typing import Any

from aiohttp import web

from tests.channels.slack.checks import require

# These take no JSON (https://docs.slack.dev/apis/web-api/#methods_supporting_json).
FIELDS_ONLY = ("auth.test", "files.getUploadURLExternal")


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
    """What was sent: JSON, or fields in the address or the body, of which some hold JSON."""
    if request.content_type == "application/json":
        require(request.match_info["method"] not in FIELDS_ONLY, "invalid_arguments")
        return await request.json()
    sent = {**request.query, **(await request.post())}
    fields: dict[str, Any] = {name: str(value) for name, value in sent.items()}
    for name in ("blocks", "view", "files"):
        if name in fields:
            fields[name] = json.loads(fields[name])
    return fields
