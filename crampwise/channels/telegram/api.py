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

from crampwise.channels.chat.proxy import proxy_for
from crampwise.channels.chat.trouble import Trouble
from crampwise.channels.chat.trying import SERVER_TROUBLE, TOO_MANY, TRIES, WITHIN, tried

UNKNOWN_TOKEN = (401, 404)


class TelegramError(Trouble):
    """A call that did not succeed. Its text never holds the token."""


class Refusal(TelegramError):
    """Telegram understood the call and will not do it."""

    def __init__(self, code: int, description: str, retry_after: float | None = None) -> None:
        super().__init__(f"{code} {description}")
        self.code, self.description, self.retry_after = code, description, retry_after
        self.for_owner = code in UNKNOWN_TOKEN
        self.passes = code == TOO_MANY or code >= SERVER_TROUBLE


class Unreachable(TelegramError):
    """There is no answer from Telegram."""


class Api:
    """The methods of one bot. `date` is what the newest answer gave as the time."""

    def __init__(self, http: aiohttp.ClientSession, token: str, base: str) -> None:
        self._http, self._token = http, token
        self._address = f"{base.rstrip('/')}/bot{quote(token, safe=':')}"
        self._proxy = proxy_for(base)
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

        It is tried at most `tries` times, each taking `within` seconds at most. Raises
        TelegramError.
        """
        given = {name: value for name, value in fields.items() if value is not None}
        return await tried(method, lambda: self._once(method, given, picture, within), tries)

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
                f"{self._address}/{method}", timeout=limit, proxy=self._proxy, **body
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
