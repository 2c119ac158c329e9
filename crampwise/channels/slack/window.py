"""The window in which somebody asks by way of the shortcut."""

from __future__ import annotations

from typing import Any

from crampwise.channels.chat.splitting import split
from crampwise.channels.door import MAX_CHARACTERS
from crampwise.channels.slack import words
from crampwise.knowledge.shared import knowledge

SHORTCUTS = ("ask", "ask_about")  # the callback ids that docs/slack-manifest.yml gives them
WINDOW = "ask_window"
FIELD, INPUT = "question", "text"


def window(text: str) -> dict[str, Any]:
    """The view, with `text` in the field as far as it fits."""
    wording = knowledge().wording
    field: dict[str, Any] = {
        "type": "plain_text_input",
        "action_id": INPUT,
        "multiline": True,
        "min_length": 1,
        "max_length": MAX_CHARACTERS,
    }
    if text:
        field["initial_value"] = split(text, MAX_CHARACTERS)[0]
    return {
        "type": "modal",
        "callback_id": WINDOW,
        "title": words.unmarked(wording["slack_window_title"]),
        "submit": words.unmarked(wording["slack_window_send"]),
        "close": words.unmarked(wording["slack_window_close"]),
        "blocks": [
            {
                "type": "input",
                "block_id": FIELD,
                "label": words.unmarked(wording["slack_window_label"]),
                "hint": words.unmarked(wording["slack_window_hint"]),
                "element": field,
            }
        ],
    }
