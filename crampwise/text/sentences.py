"""Cuts a message into what a person would hear in it one by one: sentences, and questions."""

from __future__ import annotations

import re

_ASKED = "what|which|how|is|are|can|could|should|shall|does|do|will|would|why|when|where|any"
_OF = (  # what follows "what" or "which" where it asks, even without a comma before it
    "am i|can|could|do|does|else|foods?|helps|is|kind|minerals?|nutrients?|should|supplements?"
    "|vitamins?"
)
_END = re.compile(
    r"(?<=[.!?])\s+(?=\S)|\s*\n+\s*"
    # Who asks in the same breath tells all the same: "half my face is numb, what should I eat".
    rf"|\s*[,;]\s*(?=(?:(?:so|but|and) )?(?:{_ASKED})\b)"
    rf"|(?<!so)(?<!but)(?<!and)\s+(?=(?:(?:so|but|and) )?(?:what|which) (?:{_OF})\b)",
    re.IGNORECASE,
)
_SHORT = 3  # words; less than this is an interjection ("Help!"), not a sentence of its own
_QUESTION = re.compile(r"(?:what|which)\b|.*\?$", re.IGNORECASE | re.DOTALL)


def split(text: str) -> list[str]:
    """The sentences of `text` in order, questions by themselves.

    Other fragments of one or two words join their neighbour.
    """
    parts: list[str] = []
    for part in _END.split(text):
        if part and parts and (_is_short(part) or _is_short(parts[-1])):
            parts[-1] = f"{parts[-1]} {part}"
        elif part:
            parts.append(part)
    return parts


def _is_short(part: str) -> bool:
    return len(part.split()) < _SHORT and not _QUESTION.match(part)
