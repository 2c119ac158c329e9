"""Cuts a text of the knowledge base into its sentences.

What people write, without capitals and full stops, is cut by `crampwise.text.sentences`.
"""

from __future__ import annotations

import re

# Dots of these do not end a sentence.
_ABBREVIATIONS = ("e.g.", "i.e.", "etc.", "vs.", "approx.", "Dr.")
_NO_END = "".join(rf"(?<!\b{re.escape(word)})" for word in _ABBREVIATIONS)
_END = re.compile(rf"(?<=[.!?]){_NO_END}\s+")


def sentences(text: str) -> list[str]:
    """The sentences of `text` in order; none of an empty one."""
    return [sentence for sentence in _END.split(text) if sentence]
