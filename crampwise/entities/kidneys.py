"""Weak kidneys, told by a figure: "kidneys work at 35 percent", "eGFR 22", "creatinine 250"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crampwise.entities.found import Found

_SHARE = (
    r"(?:\d{1,2}\s?(?:%|per ?cent\b)|(?:about |only |under )?(?:a|one) (?:third|quarter|fifth)\b"
    r"|(?:about |under |less than )?half\b|(?:stage|grade) ?(?:[2-5][ab]?|two|three|four|five)\b)"
)
_KIDNEYS = re.compile(
    r"\b(?:kidneys?(?! (?:beans?|pie|stones?))|renal function)\b"
    rf"(?:[ ',-]+\w+){{0,4}}?[ ,:]+{_SHARE}"
    rf"|\b(?:stage|grade) ?(?:[2-5][ab]?|two|three|four|five) (?:kidneys?|renal)\b"
    r"|\be?gfr\b(?:,? [a-z]+){0,3}?[ :=]+[1-5]?\d\b(?! ?(?:years|yrs))"
    # "They took a kidney out of me", "gave my brother one of my kidneys".
    r"|\b(?:remov\w+|took|taken|take|cut|had|donated|gave|given|reject) (?:\w+(?:'s)? ){0,5}?"
    r"(?P<organ>kidneys?)\b"
    r"(?! (?:beans?|pies?|stones?|infections?|scans?|tests?|function|checks?|dish))"
    r"(?=(?: (?:out|away|removed|off|of|from|to|in)\b|[.,;!?]|$))"
    # Well over what is normal, in micromoles a litre or in mg/dL.
    r"|\bcreatinine\b(?:,? [a-z]+){0,4}?[ :=]+(?:1[5-9]\d|[2-9]\d\d|1[0-4]\d\d|[2-9]\.\d)\b",
    re.IGNORECASE,
)


def kidneys(text: str) -> Iterator[Found]:
    """How little the kidneys of somebody do, as the condition that it means."""
    for match in _KIDNEYS.finditer(text):
        # Whose it is stands around the word.
        yield Found("condition", "kidney_disease", *match.span("organ" if match["organ"] else 0))
