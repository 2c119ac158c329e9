"""Buttons below a message: up to 25 in a block, and menus for what does not fit.

The limits are those of https://docs.slack.dev/reference/block-kit/.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from crampwise.channels.slack import words

BLOCK, ACTION = "choices", "choose"  # how ids of blocks and of their elements begin
MOST, OPTIONS, TITLE = 25, 5, 75  # elements of a block, entries of a menu, characters of a title


def blocks(buttons: Sequence[tuple[str, str]]) -> list[dict[str, Any]]:
    """Blocks with the buttons, each with its title and token, in their order."""
    single, rest = list(buttons), []
    if len(buttons) > MOST:
        single, rest = list(buttons[: MOST - 1]), list(buttons[MOST - 1 :])
    elements = [_button(title, token) for title, token in single]
    elements += [_menu(rest[start : start + OPTIONS]) for start in range(0, len(rest), OPTIONS)]
    for number, element in enumerate(elements):
        element["action_id"] = f"{ACTION}:{number}"
    return [
        {
            "type": "actions",
            "block_id": f"{BLOCK}:{start}",
            "elements": elements[start : start + MOST],
        }
        for start in range(0, len(elements), MOST)
    ]


def chosen(shown: Sequence[Any], title: str) -> list[Any]:
    """The blocks of a message that was `shown`, with the choice in place of its buttons."""
    kept = [block for block in shown if not _is_ours(block)]
    mark = {"type": "mrkdwn", "text": f"✓ {words.escaped(title)}", "verbatim": True}
    return [*kept, {"type": "context", "elements": [mark]}]


def _button(title: str, token: str) -> dict[str, Any]:
    return {"type": "button", "text": _text(title), "value": token}


def _menu(buttons: Sequence[tuple[str, str]]) -> dict[str, Any]:
    options = [{"text": _text(title), "value": token} for title, token in buttons]
    return {"type": "overflow", "options": options}


def _text(title: str) -> dict[str, Any]:
    short = title if len(title) <= TITLE else title[: TITLE - 1] + "…"
    return words.unmarked(short)


def _is_ours(block: Any) -> bool:
    return isinstance(block, dict) and str(block.get("block_id", "")).startswith(BLOCK)
