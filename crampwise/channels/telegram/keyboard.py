"""Buttons below a message, in rows that can be read on a phone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

ROW = 34  # characters in a row of a phone, shared by its buttons
CHOSEN = "chosen"  # what the button that shows the choice sends; it means nothing any more
# Telegram takes 64 bytes behind a button; a payload may be longer, so a token of the store goes.
Keyboard = dict[str, Any]


def keyboard(buttons: Sequence[tuple[str, str]]) -> Keyboard:
    """The buttons, each with its title and token, in their order."""
    rows: list[list[tuple[str, str]]] = []
    for button in buttons:
        if rows and _fits([*rows[-1], button]):
            rows[-1].append(button)
        else:
            rows.append([button])
    return {
        "inline_keyboard": [
            [{"text": title, "callback_data": token} for title, token in row] for row in rows
        ]
    }


def chosen(title: str) -> Keyboard:
    """What stands in place of the buttons after a choice: the choice."""
    return keyboard([(f"✓ {title}", CHOSEN)])


def _fits(row: list[tuple[str, str]]) -> bool:
    """Telegram gives every button of a row the same width."""
    return len(row) * max(len(title) for title, _ in row) <= ROW
