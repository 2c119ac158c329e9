"""What the bot sent, as people see it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass
class Sent:
    """A message as it stands in a chat."""

    chat: int
    id: int
    seen: str
    fields: dict[str, Any]
    at: float
    rows: list[list[dict[str, str]]] = field(default_factory=list)
    picture: bytes | None = None
