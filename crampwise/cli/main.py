"""Reads the command line and hands over. Each failure a user can mend is one line and status 1."""

from __future__ import annotations

import argparse
import importlib
import sys
from typing import Any

from crampwise.errors import Mendable
from crampwise.serving import environment

COMMANDS = {
    "chat": "serve page and bot, and say where to open it",
    "serve": "serve page and bot without a word for a person",
    "shell": "talk to the bot in this terminal",
    "ask": "answer messages from standard input as JSON lines",
    "parse": "show how questions from standard input are understood, as JSON lines",
    "train": "train the model when what it learns from has changed",
    "doctor": "check tokens, webhook and clock of the chat services, and say what to do",
    "report": "write a page of what was asked and what was not answered",
    "learn": "add questions of the report to the training phrases of an intent",
    "purge": "delete conversations that nobody has used for a while",
    "validate": "check the knowledge base and Rasa's own data",
}
OPTIONS: dict[str, dict[str, dict[str, Any]]] = {
    "train": {"--force": {"action": "store_true", "help": "train in any case"}},
    "report": {
        "--out": {"default": "report.html", "help": "the page to write; default report.html"},
        "--days": {"type": int, "help": "how far to look back; default RETENTION_DAYS"},
    },
    "learn": {
        "intent": {"help": "the intent that the questions have"},
        "phrases": {"nargs": "+", "help": "the ids that the report shows beside questions"},
    },
    "purge": {"--days": {"type": int, "help": "since the last message; default RETENTION_DAYS"}},
}
PASSING = ("ask", "parse", "shell")  # leave the owner's store alone
INTERRUPTED = 130  # what shells report for a program ended by Ctrl-C


def main(arguments: list[str] | None = None) -> int:
    """Runs a subcommand. Returns the exit status."""
    parser = argparse.ArgumentParser(prog="crampwise", description="A bot on leg cramps.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, text in COMMANDS.items():
        command = commands.add_parser(name, help=text, description=text)
        for option, details in OPTIONS.get(name, {}).items():
            command.add_argument(option, **details)
    told = parser.parse_args(arguments)

    # Imports take seconds, so each command loads only what it needs, after the quiet settings.
    environment.prepare()
    if told.command in PASSING:
        environment.keep_nothing()
    try:
        module = importlib.import_module(f"crampwise.cli.{told.command}")
        return int(module.run(told))
    except Mendable as error:
        print(f"crampwise {told.command}: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        reason = f"{error.strerror or error}: {error.filename or ''}".rstrip(": ")
        print(f"crampwise {told.command}: {reason}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED
