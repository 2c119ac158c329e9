"""What the reader reports."""

from __future__ import annotations

from dataclasses import dataclass

from crampwise.knowledge.schema import Level


@dataclass(frozen=True)
class Hit:
    """A danger sign told in a message: the red flag's id, its level and the words that tell it."""

    flag: str
    level: Level
    evidence: str
