"""Reads fields of JSON that may be anything."""

from __future__ import annotations

from typing import Any


def part(value: Any, name: str) -> dict[str, Any]:
    """The object at `name`, empty when there is none."""
    found = value.get(name) if isinstance(value, dict) else None
    return found if isinstance(found, dict) else {}


def text(value: Any, name: str) -> str | None:
    """The text at `name`, or None."""
    found = value.get(name) if isinstance(value, dict) else None
    return found if isinstance(found, str) else None


def number(value: Any, name: str) -> int | None:
    """The whole number at `name`, or None."""
    found = value.get(name) if isinstance(value, dict) else None
    return found if isinstance(found, int) and not isinstance(found, bool) else None
