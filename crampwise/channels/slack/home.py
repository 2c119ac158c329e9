"""The bot's home: what it is for, questions to begin with, and what people should know."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from crampwise.channels.slack import words
from crampwise.knowledge.shared import knowledge

COMMAND, EXAMPLE = "home:", "example:"  # how ids of the buttons begin
COMMANDS = ("help", "forget")
EXAMPLES = ("slack_example_1", "slack_example_2", "slack_example_3")


def home() -> dict[str, Any]:
    """The view. Its `private_metadata` changes when anything in it does."""
    wording = knowledge().wording
    examples = [_button(f"{EXAMPLE}{name}", wording[name]) for name in EXAMPLES]
    commands = [_button(f"{COMMAND}{name}", wording[f"command_{name}"]) for name in COMMANDS]
    blocks = [
        {"type": "header", "text": words.unmarked(wording["slack_home_title"])},
        _section(wording["slack_home_what"]),
        _section(wording["slack_home_try"]),
        {"type": "actions", "elements": examples},
        {"type": "divider"},
        _section(wording["slack_home_urgent"]),
        _section(wording["slack_home_privacy"]),
        {"type": "actions", "elements": commands},
    ]
    edition = sha256(json.dumps(blocks).encode()).hexdigest()
    return {"type": "home", "private_metadata": edition, "blocks": blocks}


def _section(text: str) -> dict[str, Any]:
    return {"type": "section", "text": {"type": "mrkdwn", "text": words.mrkdwn(text)}}


def _button(action: str, title: str) -> dict[str, Any]:
    return {"type": "button", "action_id": action, "text": words.unmarked(title)}
