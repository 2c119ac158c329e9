"""Posts to the bot as Slack does."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from urllib.parse import urlencode

import aiohttp
from slack_sdk.signature import SignatureVerifier

from tests.channels.parrot import Parrot
from tests.channels.slack.events import EVENT, INTERACTIVE, Delivery
from tests.channels.slack.standin import SECRET

JSON, FORM = "application/json", "application/x-www-form-urlencoded"


def signed(content: bytes, secret: str = SECRET, age: float = 0) -> dict[str, str]:
    """The headers with which Slack signs."""
    moment = str(int(time.time() - age))
    signature = SignatureVerifier(secret).generate_signature(timestamp=moment, body=content)
    return {"X-Slack-Request-Timestamp": moment, "X-Slack-Signature": str(signature)}


@dataclass(frozen=True)
class Hook:
    """The address at which the bot listens."""

    url: str
    http: aiohttp.ClientSession
    bot: Parrot

    async def post(
        self, content: bytes, kind: str = JSON, headers: dict[str, str] | None = None
    ) -> tuple[int, str]:
        headers = {"Content-Type": kind, **(signed(content) if headers is None else headers)}
        async with self.http.post(self.url, data=content, headers=headers) as response:
            text = await response.text()
            assert "Traceback" not in text
            return response.status, text

    async def deliver(self, delivery: Delivery, charset: str = "", **headers: str) -> int:
        """As Slack posts it: events as JSON, all else as a form."""
        kind, payload = delivery
        if kind == EVENT:
            content, form = json.dumps(payload).encode(), JSON
        else:
            fields = {"payload": json.dumps(payload)} if kind == INTERACTIVE else payload
            content, form = urlencode(fields).encode(), FORM
        status, text = await self.post(content, form + charset, {**signed(content), **headers})
        assert text == ""
        return status
