"""The knowledge base of this process: read once, and again when its files were edited."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.loader import HOME, load

T = TypeVar("T")
_held: list[Knowledge] = []  # none or one
_made_from_it: list[Callable[[], None]] = []  # how to drop what was made from it


def place() -> Path:
    """The folder at CRAMPWISE_KNOWLEDGE, or the project's own."""
    return Path(os.environ.get("CRAMPWISE_KNOWLEDGE", HOME))


def knowledge() -> Knowledge:
    """The knowledge base. Raises KnowledgeError when it is read for the first time and broken."""
    if not _held:
        _held.append(load(place()))
    return _held[0]


def replace(renewed: Knowledge) -> None:
    """Lets `knowledge` and all that is made from it be of `renewed` from now on."""
    _held[:] = [renewed]
    for drop in _made_from_it:
        drop()


def once(make: Callable[[], T]) -> Callable[[], T]:
    """Decorates a function that makes something from the knowledge base, to make it only once."""
    kept = lru_cache(maxsize=1)(make)
    _made_from_it.append(kept.cache_clear)
    return kept
