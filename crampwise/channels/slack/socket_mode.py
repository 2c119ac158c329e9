"""Socket Mode: Slack sends events through a WebSocket that the bot opens.

It needs no address that others can reach. Written on aiohttp, because slack_sdk's own client hands
messages out of order, asks a lost address again for ever, and knows no back-off.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import structlog

from crampwise.channels.chat.backoff import delays
from crampwise.channels.chat.complaint import Complaint
from crampwise.channels.chat.fields import text
from crampwise.channels.chat.proxy import proxy_for
from crampwise.channels.slack.api import Api, Refusal, SlackError, Unreachable
from crampwise.channels.slack.reading import Delivery

log = structlog.get_logger("crampwise.slack")
HEARTBEAT = 10.0  # seconds between pings, by which a dead line is found
MOST_BYTES = 4 * 1024 * 1024  # of one message
FIRST_WAIT = 0.2  # seconds after a line was lost
STEADY_SECONDS = 30.0  # after a line that held so long the next may be opened at once
REFUSALS = ("link_disabled", "too_many_websockets")
Receive = Callable[[Delivery], Awaitable[None]]


class LineLost(Unreachable):
    """A line that worked is gone, which happens; it is told to the owner if no new one is had."""


async def listen(
    http: aiohttp.ClientSession, api: Api, receive: Receive, complaint: Complaint
) -> None:
    """Hands every delivery to `receive`, in order, until it is cancelled.

    Slack keeps a delivery until it is acknowledged, and that is after `receive` returned: so
    nothing is lost. `api` has the app's token.
    """
    waits = delays(FIRST_WAIT)
    while True:
        begun = time.monotonic()
        try:
            await _read(http, await api.open_line(), receive, complaint)
            wait = 0.0  # Slack asked for a new line, which it does every few hours
        except LineLost as lost:
            log.info("the line was lost", reason=str(lost))
            wait = next(waits)
        except SlackError as error:
            complaint.say(error)
            wait = error.retry_after or next(waits)
        if time.monotonic() - begun > STEADY_SECONDS:
            waits = delays(FIRST_WAIT)
        await asyncio.sleep(wait)


async def _read(
    http: aiohttp.ClientSession, url: str, receive: Receive, complaint: Complaint
) -> None:
    """Reads one line until Slack asks for another. Raises SlackError when it is lost."""
    lost: type[Unreachable] = Unreachable
    try:
        async with http.ws_connect(
            url, heartbeat=HEARTBEAT, max_msg_size=MOST_BYTES, proxy=proxy_for(url)
        ) as line:
            async for message in line:
                told = _json(message)
                kind, envelope = text(told, "type"), text(told, "envelope_id")
                if kind == "hello":
                    lost = LineLost
                    complaint.withdraw()
                elif kind == "disconnect":
                    reason = text(told, "reason") or ""
                    if reason in REFUSALS:
                        raise Refusal(reason)
                    log.info("Slack asks for a new line", reason=reason)
                    return
                elif kind is not None and envelope is not None:
                    await receive((kind, told.get("payload")))
                    await line.send_json({"envelope_id": envelope})
    except (aiohttp.ClientError, asyncio.TimeoutError, OSError, ValueError) as error:
        raise lost(str(error) or type(error).__name__) from None
    raise lost("closed without a word")


def _json(message: aiohttp.WSMessage) -> dict[str, Any]:
    try:
        told = json.loads(message.data) if message.type is aiohttp.WSMsgType.TEXT else None
    except (ValueError, RecursionError):
        told = None
    return told if isinstance(told, dict) else {}
