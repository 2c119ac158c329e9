"""The bot itself on Slack."""

from __future__ import annotations

import asyncio

from crampwise.knowledge.shared import knowledge
from tests.channels.parrot import until
from tests.channels.slack import standin
from tests.channels.slack.events import CHANNEL, DIRECT, NAME, button, mention, said, slash, tap
from tests.channels.slack.standin import APP_TOKEN, BOT_TOKEN
from tests.server import ANSWER_SECONDS, BIN, running


async def test_questions_buttons_and_danger_are_answered_on_slack() -> None:
    async with standin.running() as slack:
        tokens = {"SLACK_BOT_TOKEN": BOT_TOKEN, "SLACK_APP_TOKEN": APP_TOKEN}
        bot = running([str(BIN / "crampwise"), "serve"], **tokens, SLACK_API_BASE=slack.base)
        await asyncio.to_thread(bot.__enter__)
        try:
            await slack.tell(*said("which foods are rich in potassium"))
            await until(lambda: slack.texts(DIRECT), ANSWER_SECONDS)
            first = slack.sent[-1]
            assert "https://" in first.seen
            given = first.buttons()[0]
            shown = {"ts": first.moment, "text": "x", "blocks": first.blocks}
            await slack.tell(*tap(button(given["value"], given["text"]["text"]), message=shown))
            await until(lambda: len(slack.texts(DIRECT)) > 1, ANSWER_SECONDS)
            await until(lambda: "✓" in first.seen, ANSWER_SECONDS)

            await slack.tell(*slash("does pickle juice work", slack.reply_url(CHANNEL)))
            await until(lambda: slack.texts(f"only {CHANNEL}"), ANSWER_SECONDS)
            assert "ickle juice" in slack.texts(f"only {CHANNEL}")[0]

            await slack.tell(*mention(f"{NAME} I have crushing chest pain and cannot breathe"))
            await until(lambda: slack.texts(CHANNEL), ANSWER_SECONDS)
            [danger] = [sent for sent in slack.sent if sent.channel == CHANNEL]
            assert danger.seen.startswith(knowledge().wording["chat_emergency"])
            assert danger.buttons() == []
            assert slack.unacknowledged() == 0
        finally:
            await asyncio.to_thread(bot.__exit__, None, None, None)
