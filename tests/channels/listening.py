"""Serves a channel's blueprint on loopback inside a test."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count

from sanic import Blueprint, Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse
from sanic.touchup import TouchUp

from crampwise.serving.server import MAX_BODY
from tests.server import free_port

_numbers = count(1)
_rewrite = TouchUp.run
_rewritten: list[Sanic] = []


def _rewrite_once(app: Sanic) -> None:
    """Sanic rewrites its own classes for its first application, and fails on the rewritten ones."""
    if not _rewritten:
        _rewritten.append(app)
        _rewrite(app)


TouchUp.run = _rewrite_once


async def _well(request: Request) -> HTTPResponse:
    return response.empty()


@asynccontextmanager
async def listening(blueprint: Blueprint, prefix: str, port: int = 0) -> AsyncIterator[str]:
    """The address at which `blueprint` answers, with the same limits as in the real server."""
    port = port or free_port()
    app = Sanic(f"listening{next(_numbers)}", configure_logging=False)
    app.config.REQUEST_MAX_SIZE = MAX_BODY
    app.config.FALLBACK_ERROR_FORMAT = "json"
    app.blueprint(blueprint, url_prefix=prefix)
    app.add_route(_well, "/health")  # Sanic serves nothing that has no route
    server = await app.create_server("127.0.0.1", port, return_asyncio_server=True)
    assert server is not None
    await server.startup()
    await server.after_start()
    try:
        yield f"http://127.0.0.1:{port}{prefix}"
    finally:
        await server.before_stop()
        await server.close()
