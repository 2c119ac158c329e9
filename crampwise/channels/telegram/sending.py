"""Sends what the bot says to a chat."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from html import escape
from typing import Any

import structlog

from crampwise.channels.chat.blocks import Chart, Content
from crampwise.channels.chat.chart import picture, spoken
from crampwise.channels.chat.splitting import split
from crampwise.channels.telegram.api import Api, Refusal, TelegramError
from crampwise.channels.telegram.found import Place
from crampwise.channels.telegram.keyboard import chosen, keyboard
from crampwise.channels.telegram.rendering import Part, Picture, Text, parts

log = structlog.get_logger("crampwise.telegram")
CAPTION = 1000  # characters below a picture; Telegram takes 1,024
TOAST = 200  # characters of the line that a tap may show
TYPING_SECONDS = 4.0  # Telegram shows the sign for five
LATE_SECONDS = 0.3  # how long an answer waits for a typing sign still on its way
BAD_REQUEST = 400


class Sender:
    """Speaks to chats through the Bot API. Raises TelegramError where nothing else is said."""

    def __init__(self, api: Api) -> None:
        self._api = api

    async def send(
        self, place: Place, content: Content, choices: Sequence[tuple[str, str]] = ()
    ) -> Place:
        """All of `content` in order, the buttons (title and token) below the last message.

        Returns the place for what is said next: only the first message says what it answers.
        """
        messages = parts(content)
        for message in messages:
            more: dict[str, Any] = {"chat_id": place.chat, "message_thread_id": place.topic}
            if place.message is not None and not place.private:
                more["reply_parameters"] = {
                    "message_id": place.message,
                    "allow_sending_without_reply": True,
                }
            if choices and message is messages[-1]:
                more["reply_markup"] = keyboard(choices)
            await self._send(message, more)
            place = replace(place, message=None)
        return place

    async def mark(self, place: Place, title: str) -> None:
        """Shows below the message of the tapped button which one was chosen."""
        try:
            await self._api.call(
                "editMessageReplyMarkup",
                chat_id=place.chat,
                message_id=place.message,
                reply_markup=chosen(title),
            )
        except TelegramError as error:
            log.info("choice not shown", reason=str(error))

    async def acknowledge(self, callback: str, text: str | None = None) -> None:
        """Ends the waiting sign on a tapped button, with a short line or none."""
        line = split(text, TOAST)[0] if text else None
        try:
            await self._api.call("answerCallbackQuery", callback_query_id=callback, text=line)
        except TelegramError as error:
            log.info("tap not acknowledged", reason=str(error))

    @asynccontextmanager
    async def thinking(self, place: Place) -> AsyncIterator[None]:
        """Shows that an answer is being written, as long as it takes."""
        done = asyncio.Event()
        sign = asyncio.create_task(self._type(place, done))
        try:
            yield
        finally:
            done.set()
            # A sign that comes after the answer would stand there for five seconds.
            await asyncio.wait({sign}, timeout=LATE_SECONDS)
            sign.cancel()

    async def _type(self, place: Place, done: asyncio.Event) -> None:
        while not done.is_set():
            with suppress(TelegramError):  # a sign that is missed is no loss
                await self._api.call(
                    "sendChatAction",
                    tries=1,
                    chat_id=place.chat,
                    message_thread_id=place.topic,
                    action="typing",
                )
            with suppress(asyncio.TimeoutError):
                await asyncio.wait_for(done.wait(), TYPING_SECONDS)

    async def _send(self, message: Part, more: dict[str, Any]) -> None:
        if isinstance(message, Picture):
            await self._picture(message.chart, more)
        else:
            await self._text(message, more)

    async def _text(self, message: Text, more: dict[str, Any]) -> None:
        preview = {"is_disabled": True}  # pictures of the sources' pages would bury the answer
        try:
            await self._api.call(
                "sendMessage",
                text=message.html,
                parse_mode="HTML",
                link_preview_options=preview,
                **more,
            )
        except Refusal as refusal:
            if refusal.code != BAD_REQUEST:
                raise
            log.info("sent again without HTML", reason=refusal.description)
            await self._api.call(
                "sendMessage", text=message.plain, link_preview_options=preview, **more
            )

    async def _picture(self, chart: Chart, more: dict[str, Any]) -> None:
        words = spoken(chart)
        try:
            await self._api.call(
                "sendPhoto",
                picture=await picture(chart),
                caption=split(words, CAPTION)[0],
                **more,
            )
        except Refusal as refusal:
            if refusal.code != BAD_REQUEST:
                raise
            log.info("chart sent in words", reason=refusal.description)
            await self._text(Text(escape(words), words), more)
