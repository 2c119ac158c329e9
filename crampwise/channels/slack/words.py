"""Slack's own way of writing text: what people typed as words, and the bot's words as mrkdwn."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import emoji

# <@U1>, <#C1|name>, <!here>, <https://example.org|title>, <mailto:a@b.c|a@b.c>
_MARK = re.compile(r"<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>")
_SKIN = re.compile(r":skin-tone-[2-6]:")
_BOLD = re.compile(r"\*\*([^*\n]+)\*\*")


def typed(text: str) -> str:
    """What a person typed, without Slack's marks: no names of people, links by their titles."""
    marked = _SKIN.sub("", _MARK.sub(_without_mark, text))
    return emoji.emojize(unescape(marked), language="alias").strip()


def people(text: str) -> set[str]:
    """The ids of the people named in what was typed."""
    return {found[2] for found in _MARK.finditer(text) if found[1] == "@"}


def escaped(text: str) -> str:
    """`text` without anything that Slack would take for a mark."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def mrkdwn(text: str) -> str:
    """A text of the bot, whose only markup is **bold**."""
    return _BOLD.sub(r"*\1*", escaped(text))


def plain(text: str) -> str:
    """The same without markup."""
    return _BOLD.sub(r"\1", text)


def link(title: str, url: str) -> str:
    """A link in mrkdwn. A bar would end the address early."""
    return f"<{escaped(url).replace('|', '%7C')}|{escaped(title).replace('|', '/')}>"


def _without_mark(found: re.Match[str]) -> str:
    kind, told, title = found.groups()
    if kind == "@":
        return " "
    if kind:
        return title or " "
    return title or told.partition(":")[2].lstrip("/") or told


def unmarked(text: str) -> dict[str, Any]:
    """`text` as an object of Block Kit that takes no marks."""
    return {"type": "plain_text", "text": text, "emoji": True}
