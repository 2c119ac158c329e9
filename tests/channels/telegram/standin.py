"""A loopback stand-in of Telegram's Bot API that checks what the real one checks.

It keeps updates until a later one is asked for, or posts them to the webhook until they are taken;
it refuses bad HTML, long texts and bad buttons; and it can be told to fail.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
from aiohttp import web

from tests.channels.telegram import checks
from tests.channels.telegram.checks import BadRequest, require
from tests.channels.telegram.sent import Sent
from tests.channels.telegram.wire import fail, read_fields, refuse

TOKEN = "4242:a-token_that_is_long_enough"
BOT = {"id": 4242, "is_bot": True, "first_name": "Crampwise", "username": "CrampwiseBot"}


class StandIn:
    """One bot's Telegram. `faults` maps a method to what its next calls answer, in order.

    A fault is a status, a pair of status and retry_after, or "drop": the connection ends unheard.
    """

    def __init__(self) -> None:
        self.address = ""
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.sent: list[Sent] = []
        self.acknowledged: dict[str, str | None] = {}
        self.faults: dict[str, list[Any]] = {}
        self.fault = self._next_fault  # may be put in place of that: what goes wrong with a method
        self.webhook: dict[str, Any] = {}
        self.hold = True  # whether getUpdates waits while there is nothing to tell
        self._by_chat: dict[int, list[Sent]] = {}
        self._pending: list[dict[str, Any]] = []
        self._news = asyncio.Event()
        self._open_queries: set[str] = set()

    def tell(self, update: dict[str, Any]) -> None:
        """Something happens on Telegram."""
        query = update.get("callback_query")
        if isinstance(query, dict) and isinstance(query.get("id"), str):
            self._open_queries.add(query["id"])
        self._pending.append(update)
        self._news.set()

    def _next_fault(self, method: str) -> Any:
        faults = self.faults.get(method)
        return faults.pop(0) if faults else None

    def let_go(self) -> None:
        """Ends the requests that are kept open."""
        self.hold = False
        self._news.set()

    def unconfirmed(self) -> int:
        """How many updates the bot has not confirmed."""
        return len(self._pending)

    def texts(self, chat: int | None = None) -> list[str]:
        """What people see, in order."""
        return [sent.seen for sent in self.sent if chat in (None, sent.chat)]

    def in_chat(self, chat: int) -> list[Sent]:
        """The messages of one chat."""
        return self._by_chat.get(chat, [])

    def called(self, method: str) -> list[dict[str, Any]]:
        return [fields for name, fields in self.calls if name == method]

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Any method of the API."""
        method = request.match_info["method"]
        if request.match_info["token"] != TOKEN:
            return refuse(401, "Unauthorized")
        fields, picture = await read_fields(request)
        if fault := self.fault(method):
            return fail(request, fault)
        self.calls.append((method, fields))
        handler = getattr(self, f"_{method}", None)
        if handler is None:
            return refuse(404, "Not Found: method not found")
        try:
            result = handler(fields, picture) if method == "sendPhoto" else handler(fields)
            if asyncio.iscoroutine(result):
                result = await result
        except BadRequest as error:
            return refuse(400, str(error))
        if isinstance(result, web.Response):
            return result
        return web.json_response({"ok": True, "result": result})

    def _getMe(self, fields: dict[str, Any]) -> Any:
        return BOT

    async def _getUpdates(self, fields: dict[str, Any]) -> Any:
        if self.webhook.get("url"):
            return refuse(409, "Conflict: can't use getUpdates method while webhook is active")
        offset = fields.get("offset")
        if offset is not None:
            self._pending = [u for u in self._pending if u["update_id"] >= offset]
        allowed = fields.get("allowed_updates") or []
        self._pending = [u for u in self._pending if not allowed or any(k in u for k in allowed)]
        if not self._pending and self.hold:
            self._news.clear()
            try:
                await asyncio.wait_for(self._news.wait(), fields.get("timeout", 0))
            except asyncio.TimeoutError:
                return []
        return self._pending[: fields.get("limit", 100)]

    def _setWebhook(self, fields: dict[str, Any]) -> Any:
        checks.webhook(fields)
        self.webhook = fields
        return True

    def _deleteWebhook(self, fields: dict[str, Any]) -> Any:
        self.webhook = {}
        return True

    def _getWebhookInfo(self, fields: dict[str, Any]) -> Any:
        known = {"url": "", "pending_update_count": len(self._pending), **self.webhook}
        return {name: value for name, value in known.items() if name != "secret_token"}

    def _setMyCommands(self, fields: dict[str, Any]) -> Any:
        checks.commands(fields.get("commands"))
        return True

    def _sendChatAction(self, fields: dict[str, Any]) -> Any:
        require(fields.get("action") == "typing", "wrong parameter action in request")
        return True

    def _sendMessage(self, fields: dict[str, Any]) -> Any:
        return self._keep(fields, checks.message(fields))

    def _sendPhoto(self, fields: dict[str, Any], picture: bytes) -> Any:
        return self._keep(fields, checks.photo(fields, picture), picture)

    def _answerCallbackQuery(self, fields: dict[str, Any]) -> Any:
        query, text = fields.get("callback_query_id"), fields.get("text")
        require(query in self._open_queries, "query is too old and response timeout expired")
        require(text is None or len(text) <= checks.TOAST, "MESSAGE_TOO_LONG")
        self._open_queries.discard(query)
        self.acknowledged[query] = text
        return True

    def _editMessageReplyMarkup(self, fields: dict[str, Any]) -> Any:
        rows = checks.keyboard(fields.get("reply_markup"))
        for sent in self.sent:
            if (sent.chat, sent.id) == (fields.get("chat_id"), fields.get("message_id")):
                require(sent.rows != rows, "message is not modified")
                sent.rows = rows
                return {"message_id": sent.id}
        raise BadRequest("Bad Request: message to edit not found")

    def _keep(self, fields: dict[str, Any], seen: str, picture: bytes | None = None) -> Any:
        require(str(fields.get("chat_id", "")).lstrip("-").isdecimal(), "chat not found")
        rows = checks.keyboard(fields.get("reply_markup"))
        number, chat = 1000 + len(self.sent), int(fields["chat_id"])
        sent = Sent(chat, number, seen, fields, time.perf_counter(), rows, picture)
        self.sent.append(sent)
        self._by_chat.setdefault(chat, []).append(sent)
        return {"message_id": number, "chat": {"id": chat}, "date": int(time.time())}

    async def deliver(self, http: aiohttp.ClientSession, update: dict[str, Any]) -> int:
        """Posts an update to the webhook, once; the status it was answered with."""
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.webhook["secret_token"]}
        self.tell(update)
        self._pending.clear()
        async with http.post(self.webhook["url"], json=update, headers=headers) as response:
            return response.status


@asynccontextmanager
async def running() -> AsyncIterator[StandIn]:
    """A stand-in that listens on loopback."""
    stand_in = StandIn()
    app = web.Application()
    app.router.add_post("/bot{token}/{method}", stand_in.answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    stand_in.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield stand_in
    finally:
        stand_in.let_go()
        await asyncio.sleep(0)  # for the answers to requests that were kept open
        await runner.cleanup()
