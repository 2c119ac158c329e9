"""`crampwise ask`: conversations in, answers out, through the whole bot in one process.

One message a line; a blank line begins a new conversation.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from typing import Any

from crampwise.channels.door import Refused
from crampwise.serving.bot import Bot


async def _ask(bot: Bot) -> None:
    conversation = bot.conversation()
    for line in sys.stdin:
        text = line.strip()
        if not text:
            conversation = bot.conversation()
            continue
        told = await _answer(bot, conversation, text)
        print(json.dumps(told, ensure_ascii=False), flush=True)


async def _answer(bot: Bot, conversation: str, text: str) -> dict[str, Any]:
    try:
        messages = await bot.handle(conversation, text=text)
    except Refused as refused:
        refusal: dict[str, Any] = {
            "text": refused.message,
            "buttons": [],
            "sources": [],
            "topic": refused.code,
            "urgency": None,
        }
        return {"text": text, "intent": None, "messages": [refusal]}
    return {"text": text, "intent": await bot.intent(conversation), "messages": messages}


def run(told: argparse.Namespace) -> int:
    """Answers standard input to its end."""
    bot = Bot.load()
    asyncio.run(_ask(bot))
    return 0
