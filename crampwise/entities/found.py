"""What a recogniser returns."""

from __future__ import annotations

from dataclasses import dataclass

UNNAMED = "TellingReader"  # Rasa's `extractor` of what is told of without its name


@dataclass(frozen=True)
class Found:
    """One mention: the characters `start` to `end` of the message name `value` of kind `entity`.

    `is_two_kinds` says that the name belongs to another kind as well: mustard is a food and a
    remedy, and only the rest of the message tells which is meant.
    """

    entity: str
    value: str | int
    start: int
    end: int
    confidence: float = 1.0
    is_two_kinds: bool = False
