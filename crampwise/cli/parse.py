"""`crampwise parse`: a question a line in, a JSON object a line out."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys

from crampwise.channels.door import MAX_CHARACTERS
from crampwise.serving.bot import Bot

RANKED = 10


async def _parse(bot: Bot) -> None:
    for line in sys.stdin:
        text = line.strip()
        if not text:
            continue
        # As at the door of every channel: a typed slash is no intent, and length has a limit.
        result = await bot.parse(text[:MAX_CHARACTERS].lstrip("/ ") or "?")
        intent = result.get("intent") or {}
        told = {
            "text": text,
            "intent": intent.get("name"),
            "confidence": intent.get("confidence"),
            "intent_ranking": (result.get("intent_ranking") or [])[:RANKED],
            "entities": result.get("entities") or [],
        }
        print(json.dumps(told, ensure_ascii=False), flush=True)


def run(told: argparse.Namespace) -> int:
    """Parses standard input to its end."""
    bot = Bot.load()
    asyncio.run(_parse(bot))
    return 0
