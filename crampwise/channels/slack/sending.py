"""Sends what the bot says to Slack."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from typing import Any

import structlog

from crampwise.channels.chat.blocks import Chart, Content
from crampwise.channels.chat.chart import picture, spoken
from crampwise.channels.chat.splitting import split
from crampwise.channels.slack import words
from crampwise.channels.slack.api import Api, Refusal, SlackError
from crampwise.channels.slack.buttons import chosen
from crampwise.channels.slack.found import Place
from crampwise.channels.slack.home import home
from crampwise.channels.slack.rendering import Message, Part, Picture, parts
from crampwise.channels.slack.window import window
from crampwise.knowledge.shared import knowledge

log = structlog.get_logger("crampwise.slack")
ALT = 1000  # characters that say what a picture shows
THINKING_SECONDS = 0.7  # a sign for a shorter time would only flicker
BAD_BLOCKS = ("invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long")


class Sender:
    """Speaks on Slack through the Web API. Raises SlackError where nothing else is said."""

    def __init__(self, api: Api) -> None:
        self._api = api

    async def send(
        self, place: Place, content: Content, choices: Sequence[tuple[str, str]] = ()
    ) -> Place:
        """All of `content` in order, the buttons (title and token) below the last message.

        Returns the place for what is said next: a picture goes only to a channel's id, which Slack
        tells with the first message to a person's.
        """
        for part in parts(content, choices, pictures=place.reply_url is None):
            place = await self._send(place, part)
        return place

    async def mark(self, place: Place, shown: dict[str, Any], title: str) -> None:
        """Shows on the message that was `shown` which button was chosen."""
        blocks, text = shown.get("blocks"), shown.get("text")
        if not isinstance(blocks, list):
            return
        try:
            await self._api.call(
                "chat.update",
                channel=place.channel,
                ts=shown.get("ts"),
                text=text if isinstance(text, str) else "",
                blocks=chosen(blocks, title),
            )
        except SlackError as error:
            log.info("choice not shown", reason=str(error))

    async def open(self, trigger: str, text: str) -> None:
        """Opens the window to ask in."""
        await self._api.call("views.open", tries=2, trigger_id=trigger, view=window(text))

    async def publish(self, person: str, edition: str) -> None:
        """Shows the bot's home to a person, unless they have seen this `edition` of it."""
        view = home()
        if view["private_metadata"] != edition:
            await self._api.call("views.publish", user_id=person, view=view)

    @asynccontextmanager
    async def thinking(self, place: Place) -> AsyncIterator[None]:
        """Shows that an answer takes long. Slack has such a sign in threads only."""
        if place.thread is None or place.reply_url is not None:
            yield
            return
        sign = asyncio.create_task(self._think(place))
        try:
            yield
        finally:
            sign.cancel()  # Slack takes the sign away when the answer comes

    async def _think(self, place: Place) -> None:
        await asyncio.sleep(THINKING_SECONDS)
        with suppress(SlackError):  # a sign that is missed is no loss
            await self._api.call(
                "assistant.threads.setStatus",
                tries=1,
                channel_id=place.channel,
                thread_ts=place.thread,
                status=knowledge().wording["slack_thinking"],
            )

    async def _send(self, place: Place, part: Part) -> Place:
        if isinstance(part, Picture):
            await self._picture(place, part.chart)
            return place
        if place.reply_url is not None:
            await self._reply(place.reply_url, part)
            return place
        told = await self._message(place, part)
        channel = told.get("channel")
        return replace(place, channel=channel) if isinstance(channel, str) else place

    async def _message(self, place: Place, message: Message) -> dict[str, Any]:
        said: dict[str, Any] = {
            "channel": place.channel,
            "thread_ts": place.thread,
            "text": words.escaped(message.text),
            # Pictures of the sources' pages would bury the answer.
            "unfurl_links": False,
            "unfurl_media": False,
        }
        try:
            return await self._api.call("chat.postMessage", blocks=list(message.blocks), **said)
        except Refusal as refusal:
            if refusal.code not in BAD_BLOCKS:
                raise
            log.warning("sent again without blocks", reason=refusal.code)
            return await self._api.call("chat.postMessage", **said)

    async def _reply(self, url: str, message: Message) -> None:
        said = {
            "response_type": "ephemeral",
            "replace_original": False,
            "text": words.escaped(message.text),
            "blocks": list(message.blocks),
        }
        await self._api.reply(url, said)

    async def _picture(self, place: Place, chart: Chart) -> None:
        said = spoken(chart)
        try:
            await self._upload(place, chart, said)
        except SlackError as error:
            log.warning("chart sent in words", reason=str(error))
            for part in parts(Content((chart,)), pictures=False):
                await self._send(place, part)

    async def _upload(self, place: Place, chart: Chart, said: str) -> None:
        drawn = await picture(chart)
        told = await self._api.call(
            "files.getUploadURLExternal",
            filename="chart.png",
            length=len(drawn),
            alt_txt=split(said, ALT)[0],
        )
        await self._api.upload(told["upload_url"], drawn)
        await self._api.call(
            "files.completeUploadExternal",
            files=[{"id": told["file_id"], "title": chart.caption}],
            channel_id=place.channel,
            thread_ts=place.thread,
            initial_comment=words.escaped(said),
        )
