"""Reads HTML as strictly as the Bot API does (https://core.telegram.org/bots/api#html-style)."""

from __future__ import annotations

import re
from html import unescape

TAGS = {"b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "code", "pre", "a"}
TAGS |= {"blockquote", "span", "tg-spoiler", "tg-emoji"}
TOKEN = re.compile(r"<(/?)([a-z-]+)((?:\s[^<>]*)?)>|(&(?:lt|gt|amp|quot|#\d+|#x[0-9a-f]+);)|([<&])")
LINK = re.compile(r'\shref="[^"<>]+"')


class Unparsable(Exception):
    """The server would answer: can't parse entities."""


def visible(text: str) -> str:
    """What a person sees of `text`. Raises Unparsable."""
    open_tags: list[str] = []
    for found in TOKEN.finditer(text):
        closing, tag, attributes, _, stray = found.groups()
        if stray:
            raise Unparsable(f"unescaped {stray} at {found.start()}")
        if not tag:
            continue
        if tag not in TAGS:
            raise Unparsable(f"unsupported tag {tag}")
        if closing:
            if not open_tags or open_tags.pop() != tag:
                raise Unparsable(f"unexpected end tag {tag}")
            continue
        if tag == "a" and not LINK.fullmatch(attributes):
            raise Unparsable("a link without an address")
        if tag == "blockquote" and tag in open_tags:
            raise Unparsable("a quotation in a quotation")
        if tag not in ("a", "span") and attributes not in ("", " expandable"):
            raise Unparsable(f"attributes of {tag}")
        open_tags.append(tag)
    if open_tags:
        raise Unparsable(f"no end tag for {open_tags[-1]}")
    return unescape(re.sub(r"</?[a-z-]+[^<>]*>", "", text))
