"""Calls to Telegram's Bot API (https://core.telegram.org/bots/api), tried again within bounds.

TelegramError
├── Refusal       Telegram will not do it: code and description
└── Unreachable   no answer that could be read, after every attempt
"""

from __future__ import annotations

import asyncio
import json
from typing import Any
from urllib.parse import quote

import aiohttp
import structlog

from crampwise.channels.chat.backoff import delays
from crampwise.channels.chat.trouble import Trouble

log = structlog.get_logger("crampwise.telegram")
TRIES = 6
FIRST_WAIT, MOST_WAIT = 0.5, 8.0  # seconds between attempts
MOST_PATIENCE = 60  # seconds Telegram may ask us to wait; after longer nobody expects an answer
WITHIN = 15.0  # seconds for one attempt
TOO_MANY, SERVER_TROUBLE = 429, 500


class TelegramError(Trouble):
    """A call that did not succeed. Its text never holds the token."""


class Refusal(TelegramError):
    """Telegram understood the call and will not do it."""

    def __init__(self, code: int, description: str, retry_after: float | None = None) -> None:
        super().__init__(f"{code} {description}")
        self.code, self.description, self.retry_after = code, description, retry_after


class Unreachable(TelegramError):
    """There is no answer from Telegram."""


class Api:
    """The methods of one bot. `date` is what the newest answer gave as the time."""

    def __init__(self, http: aiohttp.ClientSession, token: str, base: str) -> None:
        self._http, self._token = http, token
        self._address = f"{base.rstrip('/')}/bot{quote(token, safe=':')}"
        self.date: str | None = None

    async def call(
        self,
        method: str,
        tries: int = TRIES,
        within: float = WITHIN,
        picture: bytes | None = None,
        **fields: Any,
    ) -> Any:
        """The result of `method` called with those `fields` that are not None.

        It is tried at most `tries` times, each taking `within` seconds at most.

        When the connection is lost nobody knows whether the call was heard, and it is made again:
        an answer that comes twice is better than none. Raises TelegramError.
        """
        given = {name: value for name, value in fields.items() if value is not None}
        waits = delays(FIRST_WAIT, MOST_WAIT)
        for attempt in range(1, tries + 1):
            try:
                return await self._once(method, given, picture, within)
            except Refusal as refusal:
                if attempt == tries or not _passes(refusal):
                    raise
                wait = refusal.retry_after or next(waits)
            except Unreachable:
                if attempt == tries:
                    raise
                wait = next(waits)
            log.info("call tried again", method=method, seconds=round(wait, 1))
            await asyncio.sleep(wait)
        raise ValueError("tries must be at least 1")

    async def _once(
        self, method: str, fields: dict[str, Any], picture: bytes | None, within: float
    ) -> Any:
        body: dict[str, Any] = {"json": fields}
        if picture is not None:
            form = aiohttp.FormData({name: _form(value) for name, value in fields.items()})
            form.add_field("photo", picture, filename="chart.png", content_type="image/png")
            body = {"data": form}
        limit = aiohttp.ClientTimeout(total=within)
        try:
            async with self._http.post(
                f"{self._address}/{method}", timeout=limit, **body
            ) as response:
                self.date = response.headers.get("Date")
                status, text = response.status, await response.text(errors="replace")
        except asyncio.TimeoutError:
            raise Unreachable(f"no answer within {within:.0f} s") from None
        except (aiohttp.ClientError, OSError) as error:
            reason = str(error).replace(self._token, "...") or type(error).__name__
            # Not "from error", whose own text may hold the address and so the token.
            raise Unreachable(reason) from None
        return _result(status, text)


def _passes(refusal: Refusal) -> bool:
    """Whether a refusal is worth another attempt."""
    if refusal.code == TOO_MANY:
        return (refusal.retry_after or 0) <= MOST_PATIENCE
    return refusal.code >= SERVER_TROUBLE


def _result(status: int, text: str) -> Any:
    """What the body holds. A gateway on the way may answer with something else than JSON."""
    try:
        told = json.loads(text)
    except ValueError:
        told = None
    if not isinstance(told, dict):
        if status < 400:
            raise Unreachable("the answer is not JSON")
        raise Refusal(status, "without a description")
    if told.get("ok") is True:
        return told.get("result")
    code, parameters = told.get("error_code"), told.get("parameters")
    wait = parameters.get("retry_after") if isinstance(parameters, dict) else None
    raise Refusal(
        code if isinstance(code, int) else status,
        str(told.get("description") or "without a description"),
        float(wait) if isinstance(wait, (int, float)) else None,
    )


def _form(value: Any) -> str:
    """A field of a form: texts as they are, all else as JSON."""
    return value if isinstance(value, str) else json.dumps(value)
