"""Cuts a long message into the sentences a person would hear in it."""

from __future__ import annotations

import re

_END = re.compile(r"(?<=[.!?])\s+(?=\S)|\s*\n+\s*")
_SHORT = 3  # words; less than this is an interjection ("Help!"), not a sentence of its own


def split(text: str) -> list[str]:
    """The sentences of `text` in order; fragments of one or two words join their neighbour."""
    parts: list[str] = []
    for part in _END.split(text):
        if part and parts and (len(part.split()) < _SHORT or len(parts[-1].split()) < _SHORT):
            parts[-1] = f"{parts[-1]} {part}"
        elif part:
            parts.append(part)
    return parts
