"""Ages and amounts, told in figures or in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crampwise.entities.found import Found

OLDEST = 120
_DECADES = {
    "twenties": 25, "thirties": 35, "forties": 45, "fifties": 55, "sixties": 65,
    "seventies": 75, "eighties": 85, "nineties": 95,
}  # fmt: skip
_AGES = (
    re.compile(
        r"\b(\d{1,3})\s*-?\s*(?:years?|yrs?|yr\.?)\s*-?\s*(?:old|of age|young)\b", re.IGNORECASE
    ),
    re.compile(r"\b(\d{1,3})\s*-?\s*(?:y\.?/?o\.?|yo)\b", re.IGNORECASE),
    re.compile(
        r"\b(?:aged?|turning|turned|age is|age of|woman of|man of)\s+(\d{1,3})\b", re.IGNORECASE
    ),
    re.compile(
        r"\b(?:i am|i'm|im|she is|she's|he is|he's|shes|hes|am)\s+"
        r"(?:now\s+|only\s+|nearly\s+)?(\d{1,3})\b"
        r"(?!\s*(?:%|kg|lbs?|stone|weeks?|wks?|months?|mg|mcg|km|miles?|ft|cm|days?|hours?|times))",
        re.IGNORECASE,
    ),
    re.compile(r"\b(\d{2})\s?[mf]\b(?!\w)", re.IGNORECASE),
    re.compile(
        r"\b(?:mother|mum|mom|father|dad|husband|wife|nan|gran|grandmother|grandfather|aunt|uncle|son"
        r"|daughter|brother|sister|kid|boy|girl|woman|man|lady|female|male)"
        r"(?:\s*[,(]\s*|\s+is\s+|\s+who is\s+|'s\s+|\s*)(\d{1,3})\b"
        r"(?!\s*(?:%|kg|weeks?|wks?|months?|mg|mcg|times|days?))",
        re.IGNORECASE,
    ),
)
_MONTHS = re.compile(r"\b(\d{1,2})\s*-?\s*(?:months?|mo)\s*-?\s*old\b", re.IGNORECASE)
_DECADE = re.compile(
    r"\b(?:in (?:my|her|his|their) )(?:early |mid |mid-|late )?(?:(\d)0'?s|("
    + "|".join(_DECADES)
    + r"))\b",
    re.IGNORECASE,
)
_UNITS = {
    "mg": "mg", "milligram": "mg", "milligrams": "mg", "mgs": "mg",
    "mcg": "mcg", "ug": "mcg", "µg": "mcg", "μg": "mcg", "microgram": "mcg", "micrograms": "mcg",
    "g": "g", "gram": "g", "grams": "g", "iu": "IU", "ius": "IU", "units": "IU",
    "mmol": "mmol", "mmol/l": "mmol/L", "meq": "mEq", "meq/l": "mEq/L",
    "ng/ml": "ng/mL", "nmol/l": "nmol/L", "nmol": "nmol/L", "pg/ml": "pg/mL", "pmol/l": "pmol/L",
    "ml": "mL", "l": "L", "litre": "L", "litres": "L", "liter": "L", "liters": "L",
}  # fmt: skip
_AMOUNT = re.compile(
    r"(?<![\w.])(\d[\d,]*(?:\.\d+)?)\s*("
    + "|".join(sorted((re.escape(unit) for unit in _UNITS), key=len, reverse=True))
    + r")(?![\w/])",
    re.IGNORECASE,
)


def ages(text: str) -> Iterator[Found]:
    """Ages in years as whole numbers; a decade ("in her eighties") counts as its middle."""
    taken: list[tuple[int, int]] = []

    def new(start: int, end: int) -> bool:
        if any(start < other_end and other_start < end for other_start, other_end in taken):
            return False
        taken.append((start, end))
        return True

    for match in _MONTHS.finditer(text):
        if new(*match.span()):
            yield Found("age", int(match[1]) // 12, *match.span())
    for pattern in _AGES:
        for match in pattern.finditer(text):
            if 0 < int(match[1]) <= OLDEST and new(*match.span(1)):
                yield Found("age", int(match[1]), *match.span(1))
    for match in _DECADE.finditer(text):
        if new(*match.span()):
            years = int(match[1]) * 10 + 5 if match[1] else _DECADES[match[2].lower()]
            yield Found("age", years, *match.span())


def amounts(text: str) -> Iterator[Found]:
    """Amounts with a unit, as "400 mg"."""
    for match in _AMOUNT.finditer(text):
        number = match[1].replace(",", "")
        yield Found("amount", f"{number} {_UNITS[match[2].lower()]}", *match.span())
