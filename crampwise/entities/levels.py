"""Blood levels told without a unit: "my potassium is 6.1", "sodium came back at 128".

Only of potassium and sodium, whose two units (mmol/L and mEq/L) have the same figures, and only
where the figure can be a living person's level; of other nutrients a bare figure may mean either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crampwise.entities.found import Found

UNIT = "mmol/L"
PLAUSIBLE = {"potassium": (1.0, 10.0), "sodium": (100.0, 190.0)}  # mmol/L
_LEVEL = re.compile(
    r"\b(?P<nutrient>potassium|sodium)(?:\s+(?:blood\s+)?(?:level|reading|result|count))?"
    r"(?:\s+(?:is|was|of|at|came back(?:\s+(?:at|as))?|came out at)|\s*[:=])\s*"
    r"(?:now\s+|only\s+|just\s+|still\s+|about\s+)?"
    r"(?P<figure>\d{1,3}(?:\.\d{1,2})?)(?![\w.%/])"
    r"(?!\s*(?:-|x|to|times|mg|mcg|g\b|grams?|mmol|meq|iu|tablets?|pills?|capsules?|cups?|servings?"
    r"|bananas?|days?|weeks?|months?|years?|hours?|a day|per)\b)",
    re.IGNORECASE,
)


def levels(text: str) -> Iterator[Found]:
    """Levels of potassium and sodium as amounts in mmol/L."""
    for match in _LEVEL.finditer(text):
        low, high = PLAUSIBLE[match["nutrient"].lower()]
        if low <= float(match["figure"]) <= high:
            yield Found("amount", f"{float(match['figure']):g} {UNIT}", *match.span("figure"))
