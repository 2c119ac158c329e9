"""What Slack refuses, by the limits of https://docs.slack.dev/reference/block-kit/."""

from __future__ import annotations

import re
from typing import Any

SECTION, HEADER, CONTEXT, TITLE, VALUE, OPTION, ID = 3000, 150, 2000, 75, 2000, 150, 255
MESSAGE, VIEW = 50, 100  # blocks
# Slack takes all but these for a mistake, or for the name of a person or a whole channel.
LINK = re.compile(r"<(?:https?|mailto|tel):[^<>|]+(?:\|[^<>|]+)?>")
PNG = b"\x89PNG\r\n\x1a\n"


class Refused(Exception):
    """Answered with `ok: false` and this word."""


def require(condition: Any, word: str = "invalid_blocks") -> None:
    if not condition:
        raise Refused(word)


def message(fields: dict[str, Any]) -> str:
    """All that a person reads of a message."""
    text, blocks = fields.get("text", ""), fields.get("blocks", [])
    require(text or blocks, "no_text")
    require(len(text) <= 40_000, "msg_too_long")
    no_marks(text)
    seen = _blocks(blocks, MESSAGE) if blocks else text
    # Slack is known to refuse long messages of which each block fits.
    require(len(seen) <= 12_000, "msg_blocks_too_long")
    return seen


def view(given: Any) -> dict[str, Any]:
    """A view that may be opened or published."""
    require(given.get("type") in ("home", "modal"), "invalid_arguments")
    require(len(given.get("private_metadata", "")) <= 3000, "invalid_arguments")
    if given["type"] == "modal":
        for name in ("title", "submit", "close"):
            require(1 <= len(given[name]["text"]) <= 24, "invalid_arguments")
    _blocks(given["blocks"], VIEW)
    return given


def _blocks(blocks: Any, most: int) -> str:
    require(isinstance(blocks, list) and 1 <= len(blocks) <= most)
    ids = [block["block_id"] for block in blocks if "block_id" in block]
    require(len(set(ids)) == len(ids) and all(1 <= len(one) <= ID for one in ids))
    seen = [_block(block) for block in blocks]
    return "\n".join(part for part in seen if part)


def _block(block: dict[str, Any]) -> str:
    kind = block.get("type")
    if kind == "header":
        return _text(block["text"], HEADER, "plain_text")
    if kind == "section":
        return _text(block["text"], SECTION)
    if kind == "context":
        require(1 <= len(block["elements"]) <= 10)
        return "\n".join(_text(element, CONTEXT) for element in block["elements"])
    if kind == "actions":
        return _actions(block["elements"])
    if kind == "input":
        return _input(block)
    require(kind == "divider", "invalid_blocks")
    return ""


def _actions(elements: list[dict[str, Any]]) -> str:
    require(1 <= len(elements) <= 25)
    ids = [element["action_id"] for element in elements]
    require(len(set(ids)) == len(ids) and all(1 <= len(one) <= ID for one in ids))
    return "\n".join(_element(element) for element in elements)


def _element(element: dict[str, Any]) -> str:
    if element["type"] == "overflow":
        require(1 <= len(element["options"]) <= 5)
        for option in element["options"]:
            require(1 <= len(option["value"]) <= OPTION)
        return "\n".join(_text(one["text"], TITLE, "plain_text") for one in element["options"])
    require(element["type"] == "button")
    require(len(element.get("value", "")) <= VALUE)
    return _text(element["text"], TITLE, "plain_text")


def _input(block: dict[str, Any]) -> str:
    element = block["element"]
    require(element["type"] == "plain_text_input")
    require(1 <= element["max_length"] <= 3000)
    require(len(element.get("initial_value", "")) <= element["max_length"])
    return _text(block["label"], 2000, "plain_text")


def _text(text: dict[str, Any], most: int, kind: str | None = None) -> str:
    require(text.get("type") in ([kind] if kind else ["mrkdwn", "plain_text"]))
    require(isinstance(text["text"], str) and 1 <= len(text["text"]) <= most)
    if text["type"] == "plain_text":
        return text["text"]
    require("emoji" not in text)
    no_marks(text["text"])
    return text["text"]


def no_marks(text: str) -> None:
    """Nothing is left that Slack would read as a name, a channel or a broken link."""
    rest = LINK.sub("", text)
    require("<" not in rest and not re.search(r"&(?!amp;|lt;|gt;)", rest), "invalid_blocks")
    require(not re.search(r"(?<!^)(?<!\n)>", rest), "invalid_blocks")
