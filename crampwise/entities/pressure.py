"""High blood pressure told by its figures: "160/95", "my pressure is 150 over 90"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crampwise.entities.found import Found

HIGH = (140, 90)  # from which either figure counts as high at a clinic (NHS), in mmHg
PLAUSIBLE = (range(70, 261), range(40, 161))
_NOT_COUNTING = r"(?!\s*(?:mg|mcg|iu|g\b|ml|km|k\b|am\b|pm\b|calories|kcal|\d|[./]))"
_FIGURES = re.compile(rf"(?<![\d./-])(\d{{2,3}})\s?/\s?(\d{{2,3}}){_NOT_COUNTING}", re.IGNORECASE)
_IN_WORDS = re.compile(
    rf"\b(?:bp|pressure)\b[^.?!]{{0,30}}?(?<![\d./-])(\d{{2,3}})\s+(?:over|on)\s+(\d{{2,3}}){_NOT_COUNTING}",
    re.IGNORECASE,
)


def pressures(text: str) -> Iterator[Found]:
    """Blood pressures that are too high, as the condition that they mean."""
    for pattern in (_FIGURES, _IN_WORDS):
        for match in pattern.finditer(text):
            upper, lower = int(match[1]), int(match[2])
            plausible = upper in PLAUSIBLE[0] and lower in PLAUSIBLE[1] and upper > lower
            if plausible and (upper >= HIGH[0] or lower >= HIGH[1]):
                yield Found("condition", "high_blood_pressure", *match.span())
