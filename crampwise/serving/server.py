"""One process that serves the page, the channels and the bot with its actions."""

from __future__ import annotations

import logging
from asyncio import AbstractEventLoop

from rasa import server as rasa_server
from rasa.core.channels import channel as rasa_channel
from sanic import Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse

from crampwise.channels.rest import LoopbackRest
from crampwise.channels.slack import SlackInput
from crampwise.channels.telegram import TelegramInput
from crampwise.channels.web import WebInput
from crampwise.serving.bot import load_agent
from crampwise.serving.settings import Settings

logger = logging.getLogger(__name__)
MAX_BODY = 16 * 1024  # bytes; a message is at most 1,000 characters
BACKLOG = 100


def build(settings: Settings) -> Sanic:
    """The application; the model is loaded when it starts to serve."""
    app = Sanic("crampwise", configure_logging=False)
    app.config.REQUEST_MAX_SIZE = MAX_BODY
    app.config.FALLBACK_ERROR_FORMAT = "json"
    # Rasa's CORS answers every OPTIONS itself, so origins are named here and nowhere else.
    rasa_server.configure_cors(app, list(settings.allowed_origins))
    channels = [WebInput(settings)]
    if settings.rest_channel:
        channels.append(LoopbackRest())
    channels += [TelegramInput(settings.telegram), SlackInput(settings.slack)]
    rasa_channel.register(channels, app, route="/webhooks/")

    @app.get("/")
    async def home(request: Request) -> HTTPResponse:
        return response.redirect("/chat/")

    @app.get("/health")
    async def health(request: Request) -> HTTPResponse:
        return response.json({"status": "ok"})

    @app.before_server_start
    async def load(app: Sanic, loop: AbstractEventLoop) -> None:
        app.ctx.agent = load_agent()

    return app


def run(settings: Settings, announce: bool) -> None:
    """Serves until SIGINT or SIGTERM. `announce` prints the page's address when it is ready."""
    app = build(settings)

    @app.after_server_start
    async def ready(app: Sanic, loop: AbstractEventLoop) -> None:
        logger.info("Serving on %s", settings.address)
        if announce:
            print(f"\n  Ready. Chat at {settings.address}/chat/  (Ctrl-C stops)\n", flush=True)

    app.run(
        host=settings.host,
        port=settings.port,
        backlog=BACKLOG,
        workers=1,
        access_log=False,
        motd=False,
    )
