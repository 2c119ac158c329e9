"""`crampwise shell`: a conversation in the terminal, buttons as numbers."""

from __future__ import annotations

import argparse
import asyncio
import shutil
import sys
import textwrap
from typing import TYPE_CHECKING, Any

from crampwise.cli import train

if TYPE_CHECKING:
    from crampwise.serving.bot import Bot

WIDEST = 88  # columns beyond which lines are hard to read
STOP_WORDS = frozenset({"quit", "exit", "/stop", "/quit", "/exit"})


def _print(message: dict[str, Any]) -> None:
    width = min(WIDEST, shutil.get_terminal_size().columns)
    for line in str(message["text"]).splitlines():
        indent = "    " if line.startswith("- ") else "  "
        print(textwrap.fill(line, width, initial_indent="  ", subsequent_indent=indent))
    for source in message.get("sources") or ():
        print(f"  [{source['title']}: {source['url']}]")
    for number, button in enumerate(message.get("buttons") or (), start=1):
        print(f"   {number}) {button['title']}")
    print()


async def _talk(bot: Bot) -> None:
    from crampwise.channels.door import Refused

    conversation = bot.conversation()
    buttons: list[dict[str, str]] = []
    while True:
        print("> ", end="", flush=True)
        line = await asyncio.get_running_loop().run_in_executor(None, sys.stdin.readline)
        if not line or line.strip().lower() in STOP_WORDS:
            print()
            return
        if not line.strip():
            continue
        number = line.strip().rstrip(".)")
        try:
            if number.isdigit() and 1 <= int(number) <= len(buttons):
                button = buttons[int(number) - 1]
                print(f"  {button['title']}\n")
                messages = await bot.handle(conversation, payload=button["payload"])
            else:
                messages = await bot.handle(conversation, text=line)
        except Refused as refused:
            print(f"  {refused.message}\n")
            continue
        buttons = [button for message in messages for button in message.get("buttons") or ()]
        for message in messages:
            _print(message)


def run(told: argparse.Namespace) -> int:
    """Talks until "quit" or the end of input."""
    train.ensure()
    print("Loading the bot (about 10 seconds) ...", flush=True)
    from crampwise.serving.bot import Bot  # brings Rasa along, which takes seconds

    bot = Bot.load()
    print("Ask about leg cramps and nutrition. A number chooses a suggestion; 'quit' ends.\n")
    asyncio.run(_talk(bot))
    return 0
