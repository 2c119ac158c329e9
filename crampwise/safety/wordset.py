"""Sets of words, written as a reader would write them."""

from __future__ import annotations


def wordset(text: str) -> frozenset[str]:
    """The words of `text`, in any order."""
    return frozenset(text.split())
