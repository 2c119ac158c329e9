"""What the Bot API refuses, and in which words (as its open source server says them)."""

from __future__ import annotations

import json
import re
from typing import Any

from tests.channels.telegram.markup import Unparsable, visible

TEXT, CAPTION, DATA, TOAST, DESCRIPTION = 4096, 1024, 64, 200, 256
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
PNG = b"\x89PNG\r\n\x1a\n"


class BadRequest(Exception):
    """Answered with 400 and these words."""


def require(condition: Any, words: str) -> None:
    if not condition:
        raise BadRequest(f"Bad Request: {words}")


def units(text: str) -> int:
    """Length as Telegram counts it."""
    return len(text.encode("utf-16-le")) // 2


def message(fields: dict[str, Any]) -> str:
    """The text of a sendMessage as a person sees it."""
    seen = _seen(fields, "text")
    require(seen.strip(), "message text is empty")
    require(units(seen) <= TEXT, "message is too long")
    return seen


def photo(fields: dict[str, Any], content: bytes) -> str:
    """The caption of a sendPhoto as a person sees it."""
    require(content.startswith(PNG), "PHOTO_INVALID_DIMENSIONS")
    seen = _seen(fields, "caption")
    require(units(seen) <= CAPTION, "message caption is too long")
    return seen


def keyboard(value: Any) -> list[list[dict[str, str]]]:
    """The rows of a reply_markup."""
    if value is None:
        return []
    markup = json.loads(value) if isinstance(value, str) else value
    require(isinstance(markup, dict), "object expected as reply markup")
    rows = markup.get("inline_keyboard")
    require(isinstance(rows, list) and rows and all(rows), "inline keyboard expected")
    for button in (button for row in rows for button in row):
        require(button.get("text"), "text buttons are not allowed in the inline keyboard")
        data = button.get("callback_data")
        require(isinstance(data, str) and 1 <= len(data.encode()) <= DATA, "BUTTON_DATA_INVALID")
    return rows


def commands(value: Any) -> None:
    require(isinstance(value, list) and len(value) <= 100, "BOT_COMMANDS_TOO_MUCH")
    for entry in value:
        require(re.fullmatch(r"[a-z0-9_]{1,32}", entry["command"]), "BOT_COMMAND_INVALID")
        require(1 <= len(entry["description"]) <= DESCRIPTION, "BOT_COMMAND_DESCRIPTION_INVALID")


def webhook(fields: dict[str, Any]) -> None:
    url, secret = fields.get("url", ""), fields.get("secret_token", "")
    require(url.startswith(("https://", "http://127.0.0.1:")), "bad webhook: HTTPS is required")
    require(not secret or SECRET.fullmatch(secret), "secret token contains unallowed characters")


def _seen(fields: dict[str, Any], name: str) -> str:
    text = fields.get(name, "")
    require(isinstance(text, str), f"{name} must be a String")
    if fields.get("parse_mode") != "HTML":
        return text
    try:
        return visible(text)
    except Unparsable as error:
        raise BadRequest(f"Bad Request: can't parse entities: {error}") from None
