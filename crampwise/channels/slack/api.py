"""Calls to Slack's Web API (https://docs.slack.dev/apis/web-api/), tried again within bounds.

SlackError
├── Refusal       Slack will not do it: its word for why
└── Unreachable   no answer that could be read, after every attempt
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from crampwise.channels.chat.proxy import proxy_for
from crampwise.channels.chat.trouble import Trouble
from crampwise.channels.chat.trying import SERVER_TROUBLE, TOO_MANY, TRIES, WITHIN, tried

Once = Callable[[], Coroutine[Any, Any, dict[str, Any]]]
WRONG_TOKEN = ("invalid_auth", "not_authed", "token_revoked", "token_expired", "account_inactive")
NOT_THIS_KIND, MISSING_SCOPE = ("not_allowed_token_type",), "missing_scope"
PASSING = ("ratelimited", "rate_limited", "internal_error", "fatal_error", "service_unavailable")


class SlackError(Trouble):
    """A call that did not succeed. Its text never holds a token."""


class Refusal(SlackError):
    """Slack understood the call and will not do it; `code` is its word for why."""

    def __init__(self, code: str, status: int = 200, retry_after: float | None = None) -> None:
        super().__init__(code if status < TOO_MANY else f"{status} {code}")
        self.code, self.status, self.retry_after = code, status, retry_after
        self.for_owner = code in (*WRONG_TOKEN, *NOT_THIS_KIND, MISSING_SCOPE)
        self.passes = status == TOO_MANY or status >= SERVER_TROUBLE or code in PASSING


class Unreachable(SlackError):
    """There is no answer from Slack."""


class Api:
    """The Web API with one token. `headers` are those of the newest answer."""

    def __init__(self, http: aiohttp.ClientSession, token: str, base: str) -> None:
        self._http = http
        self._web = AsyncWebClient(token, base, session=http, retry_handlers=[])
        # The library takes a proxy from the environment and forgets NO_PROXY.
        self._web.proxy = proxy_for(base)
        self.headers: dict[str, str] = {}

    async def call(self, method: str, tries: int = TRIES, **fields: Any) -> dict[str, Any]:
        """What Slack answers to `method` with those `fields` that are not None.

        It is tried at most `tries` times. Raises SlackError.
        """
        given = {name: value for name, value in fields.items() if value is not None}
        # The library's own method, because each knows whether Slack wants JSON or fields.
        calls = getattr(self._web, method.replace(".", "_"))
        return await self._tried(method, lambda: self._heard(calls(**given)), tries)

    async def open_line(self) -> str:
        """The address of a line of Socket Mode, good for one; with the app's token only.

        Raises SlackError.
        """
        method = "apps.connections.open"
        told = await self._tried(method, lambda: self._heard(self._web.api_call(method)), 1)
        return str(told.get("url"))

    async def upload(self, url: str, content: bytes) -> None:
        """Sends a file to where Slack wants it. Raises SlackError."""
        await self._tried("upload", lambda: self._post(url, data=content))

    async def reply(self, url: str, message: dict[str, Any]) -> None:
        """Says `message` at the reply address of a command. Raises SlackError."""
        await self._tried("reply", lambda: self._post(url, json=message))

    async def _heard(self, call: Awaitable[AsyncSlackResponse]) -> dict[str, Any]:
        response = await call
        self.headers = {name.lower(): value for name, value in response.headers.items()}
        return response.data if isinstance(response.data, dict) else {}

    async def _post(self, url: str, **body: Any) -> dict[str, Any]:
        async with self._http.post(url, proxy=proxy_for(url), **body) as response:
            said = (await response.text(errors="replace"))[:80]
            if response.status != 200:
                raise Refusal(said or "no reason", response.status, _seconds(response.headers))
        return {}

    async def _tried(self, name: str, once: Once, tries: int = TRIES) -> dict[str, Any]:
        return await tried(name, lambda: self._clear(once), tries)

    async def _clear(self, once: Once) -> dict[str, Any]:
        """One attempt, with errors of our own in place of the libraries'."""
        try:
            return await _within(once())
        except SlackApiError as error:
            told = error.response
        except aiohttp.InvalidURL:
            raise Refusal("that is no address", 400) from None
        except (aiohttp.ClientError, OSError) as error:
            raise Unreachable(str(error) or type(error).__name__) from None
        except AttributeError:
            # The library stumbles over a gateway that says with a 200 something else than JSON.
            raise Unreachable("the answer is not JSON") from None
        status = int(getattr(told, "status_code", 0) or getattr(told, "status", 0))
        data = getattr(told, "data", None)
        code = data.get("error") if isinstance(data, dict) else None
        self.headers = {name.lower(): value for name, value in told.headers.items()}
        if status == 200 and code is None:
            raise Unreachable("the answer is not JSON")
        raise Refusal(str(code or "no reason"), status, _seconds(told.headers))


async def _within(call: Coroutine[Any, Any, dict[str, Any]]) -> dict[str, Any]:
    """The answer to `call`, if it comes in time. Raises Unreachable.

    Not by asyncio.wait_for, which may swallow that its own task is cancelled (until Python 3.12):
    a bot that tries again for ever would then never stop.
    """
    task = asyncio.ensure_future(call)
    try:
        done, _ = await asyncio.wait({task}, timeout=WITHIN)
    finally:
        task.cancel()
    if not done:
        raise Unreachable(f"no answer within {WITHIN:.0f} s")
    return task.result()


def _seconds(headers: Any) -> float | None:
    told = headers.get("Retry-After", "")
    return float(told) if str(told).isdecimal() else None
