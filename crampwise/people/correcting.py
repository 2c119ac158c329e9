"""Whether a message puts right what was told: "typo, I meant knee", "sorry, those are my nan's"."""

from __future__ import annotations

import re

NEAR = 80  # characters before a correction in which stands what it puts right
FIRST = 25  # characters at the start of a message in which it puts the one before right
_CORRECTS = re.compile(
    r"\b(?:autocorrect\w*|typo\W+(?:i )?mean(?:t)?|wrong (?:word|chat|person|name)|misread|"
    r"scratch that|ignore that|no,? (?:hang on|wait)|no,? sorry|nope\W+(?:i )?mean(?:t)?|"
    r"sorry\W+(?:i )?mean(?:t)?(?! to (?:say|add|ask|mention))|put my glasses on|"
    r"my phone keeps chang\w+|(?:was|am|i'm) reading (?:my|his|her) \w+(?:'s)? letter|"
    r"sorry\W+(?:it'?s|that'?s|those are|they'?re) my \w+'?s)\b"
    r"|^\W*(?:sorry,? )?(?:typo|correction)\b",
    re.IGNORECASE,
)


def _corrected(text: str) -> int | None:
    """Where `text` begins to put something right; None where it does not."""
    found = _CORRECTS.search(text)
    return found.start() if found else None


def corrects_former(text: str) -> bool:
    """Whether `text` puts the message before it right."""
    place = _corrected(text)
    return place is not None and place <= FIRST


def is_corrected(text: str, end: int) -> bool:
    """Whether what ends at `end` is put right right after it."""
    place = _corrected(text[end:])
    return place is not None and place <= NEAR
