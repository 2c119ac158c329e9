"""One process that serves the page, the channels and the bot with its actions."""

from __future__ import annotations

import logging
import os
import signal
from asyncio import AbstractEventLoop
from typing import NoReturn

import structlog
from rasa.core.channels import channel as rasa_channel
from sanic import Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse
from sanic_cors import CORS

from crampwise.channels.desk import desk
from crampwise.channels.rest import LoopbackRest
from crampwise.channels.slack import SlackInput
from crampwise.channels.telegram import TelegramInput
from crampwise.channels.web import WebInput
from crampwise.serving import environment
from crampwise.serving.bot import load_agent, newest_model
from crampwise.serving.garbage import settle
from crampwise.serving.keeping import keep_purging, keep_scrubbing
from crampwise.serving.probes import probes
from crampwise.serving.reloading import Reloading
from crampwise.serving.replies import strict
from crampwise.serving.settings import Settings
from crampwise.store import store

log = structlog.get_logger("crampwise.server")
MAX_BODY = 16 * 1024  # bytes; a message is at most 1,000 characters
# Connections not yet taken up. When they are more, the next person's waits for a second.
BACKLOG = 1000
# After a signal all ends within 10 s: first the messages in hand, then idle connections.
DRAIN_SECONDS = 8.0
CONNECTIONS_SECONDS = 1.0
READ_SECONDS = 15  # for a request to arrive whole
ANSWER_SECONDS = 60
# What the page of an allowed site may do: as much as the widget needs.
CROSS_ORIGIN = {
    "methods": ["GET", "POST", "DELETE"],
    "allow_headers": ["Content-Type"],
    "expose_headers": ["Retry-After"],
    "max_age": 600,  # seconds for which a browser need not ask again
}


def build(settings: Settings) -> Sanic:
    """The application; the model is loaded when it starts to serve."""
    app = Sanic("crampwise", configure_logging=False)
    app.config.REQUEST_MAX_SIZE = MAX_BODY
    app.config.REQUEST_TIMEOUT = READ_SECONDS
    app.config.RESPONSE_TIMEOUT = ANSWER_SECONDS
    app.config.GRACEFUL_SHUTDOWN_TIMEOUT = CONNECTIONS_SECONDS
    app.config.FALLBACK_ERROR_FORMAT = "json"
    # It answers every OPTIONS itself, so origins are named here and nowhere else.
    # A chat that lost the bot asks for its health until it is back.
    allowed = CROSS_ORIGIN | {"origins": list(settings.allowed_origins)}
    CORS(app, resources={r"/chat/.*": allowed, r"/health": allowed})
    strict(app)
    channels = [WebInput(settings)]
    if settings.rest_channel:
        channels.append(LoopbackRest())
    channels += [TelegramInput(settings.telegram), SlackInput(settings.slack)]
    rasa_channel.register(channels, app, route="/webhooks/")
    app.blueprint(probes(settings))
    app.ctx.jobs = []

    @app.get("/")
    async def home(request: Request) -> HTTPResponse:
        return response.redirect("/chat/")

    @app.before_server_start
    async def load(app: Sanic, loop: AbstractEventLoop) -> None:
        app.ctx.agent = load_agent()
        settle()

    @app.after_server_start
    async def attend(app: Sanic, loop: AbstractEventLoop) -> None:
        reloading = Reloading(app.ctx.agent, newest_model)
        loop.add_signal_handler(
            signal.SIGHUP, lambda: app.ctx.jobs.append(loop.create_task(reloading.renew()))
        )
        app.ctx.jobs += [
            loop.create_task(reloading.watch()),
            loop.create_task(keep_purging(store(), settings.retention_days)),
            loop.create_task(keep_scrubbing(store())),
        ]

    @app.before_server_stop
    async def drain(app: Sanic, loop: AbstractEventLoop) -> None:
        for job in app.ctx.jobs:
            job.cancel()
        if not await desk().drain(DRAIN_SECONDS):
            log.error("stopped with messages unanswered")

    return app


def run(settings: Settings, announce: bool) -> NoReturn:
    """Serves until SIGINT or SIGTERM, and ends the process.

    `announce` prints the page's address when it is ready.
    """
    # A person who chats wants to see what is wrong; whoever operates it, what is going on.
    environment.logs(logging.ERROR, logging.WARNING if announce else logging.INFO, not announce)
    environment.open_files()
    app = build(settings)

    @app.after_server_start
    async def ready(app: Sanic, loop: AbstractEventLoop) -> None:
        log.info("serving", address=settings.address)
        if announce:
            print(f"\n  Ready. Chat at {settings.address}/chat/  (Ctrl-C stops)")
            print(f"  {_services(settings)}\n", flush=True)

    app.run(
        host=settings.host,
        port=settings.port,
        backlog=BACKLOG,
        workers=1,
        access_log=False,
        motd=False,
    )
    store().close()
    logging.shutdown()
    # Python's own way out takes seconds of computing, for it takes TensorFlow apart.
    os._exit(0)


def _services(settings: Settings) -> str:
    """Which chat services are switched on, in one line."""
    found = {"Telegram": settings.telegram, "Slack": settings.slack}
    return " ".join(
        f"{name} is on." if given else f"{name} is off (docs/{name.lower()}.md)."
        for name, given in found.items()
    )
