"""Who of those named has died, so that nothing is asked for them: "gran, rest her soul"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from crampwise.people.words import SELF, Marker

_DIED = re.compile(
    r"\b(?:passed (?:away|on|in|last|when|at|over|years|\d)|passed(?=\W|$)|died|i buried|we buried|"
    r"(?:god )?rest (?:her|his) soul|god rest|r\.?i\.?p)\b",
    re.IGNORECASE,
)
_END = re.compile(r"[.?!]")


def late(text: str, markers: Iterable[Marker]) -> set[str]:
    """The persons of `markers` who are said in `text` to have died: the last named before that.

    Where nobody is, the first named after it in the same sentence: "I buried my husband".
    """
    ends = [match.end() for match in _END.finditer(text)]
    found: set[str] = set()
    for died in _DIED.finditer(text):
        first = max((end for end in ends if end <= died.start()), default=0)
        last = min((end for end in ends if end > died.start()), default=len(text))
        named = [m for m in markers if m.person != SELF and first <= m.start < last]
        before = [m.person for m in named if m.start < died.start()]
        found.update(before[-1:] or [m.person for m in named[:1]])
    return found
