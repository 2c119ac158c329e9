"""What a recogniser returns."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Found:
    """One mention: the characters `start` to `end` of the message name `value` of kind `entity`."""

    entity: str
    value: str | int
    start: int
    end: int
    confidence: float = 1.0
