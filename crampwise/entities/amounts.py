"""Amounts: "400 mg", "five thousand units", and by household measures: "two cups", "half a tin".

The value is a number, a space and a unit in the singular ("2 cup", "0.5 tin", "400 mg").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crampwise.entities.found import Found
from crampwise.entities.number_words import QUANTITY, quantity

_UNITS = {
    "mg": "mg", "milligram": "mg", "milligrams": "mg", "mgs": "mg", "mgm": "mg",
    "mcg": "mcg", "mcgs": "mcg", "ug": "mcg", "µg": "mcg", "μg": "mcg", "microgram": "mcg",
    "micrograms": "mcg", "g": "g", "gm": "g", "gms": "g", "gram": "g", "grams": "g",
    "iu": "IU", "ius": "IU", "units": "IU", "international units": "IU",
    "mmol": "mmol", "mmol/l": "mmol/L", "meq": "mEq", "meq/l": "mEq/L", "mg/dl": "mg/dL",
    "ng/ml": "ng/mL", "ng/l": "ng/L", "nmol/l": "nmol/L", "nmol": "nmol/L", "pg/ml": "pg/mL",
    "pmol/l": "pmol/L",
    "ml": "mL", "mls": "mL", "l": "L", "litre": "L", "litres": "L", "liter": "L", "liters": "L",
    "ltr": "L", "ltrs": "L", "oz": "oz", "ounce": "oz", "ounces": "oz",
}  # fmt: skip
_MEASURES = {
    "cup": "cup", "mug": "mug", "glass": "glass", "handful": "handful", "bowl": "bowl",
    "slice": "slice", "pint": "pint", "portion": "portion", "serving": "serving",
    "helping": "portion", "tablespoon": "tbsp", "tbsp": "tbsp", "teaspoon": "tsp", "tsp": "tsp",
    "spoonful": "spoon", "fillet": "fillet", "rasher": "rasher", "scoop": "scoop",
}  # fmt: skip
# Words that are measures only before "of", or behind a number that is neither "a" nor "one":
# "one can get cramps", "a piece of advice".
_VESSELS = {
    "can": "can", "tin": "tin", "jar": "jar", "pot": "pot", "tub": "tub", "carton": "carton",
    "bottle": "bottle", "bag": "bag", "packet": "packet", "pack": "packet", "punnet": "punnet",
    "piece": "piece", "square": "square", "shot": "shot", "spoon": "spoon", "pinch": "pinch",
    "bunch": "bunch", "sachet": "sachet", "plate": "plate", "stick": "stick", "clove": "clove",
}  # fmt: skip
_SIZE = r"(?:\s+(?:large|big|small|medium|heaped|level|whole|full|good|little|tall))?"


def _any(words: dict[str, str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_METRIC = re.compile(
    rf"(?<![\w./])(?P<number>{QUANTITY})\s*(?P<unit>{_any(_UNITS)})(?![\w/])", re.IGNORECASE
)
_HOUSEHOLD = re.compile(
    rf"(?<![\w./])(?P<number>{QUANTITY}){_SIZE}\s*-?\s*"
    rf"(?:(?P<measure>{_any(_MEASURES)})|(?P<vessel>{_any(_VESSELS)}))(?:fuls?|es|s)?(?![\w-])",
    re.IGNORECASE,
)
_OF = re.compile(r"\s+of\b", re.IGNORECASE)
_ARTICLES = ("a", "an")
_SHORT = 3  # letters up to which "a" before a unit counts nothing: "in a mg"


def amounts(text: str) -> Iterator[Found]:
    """Amounts with a unit of weight, volume, activity or concentration."""
    for match in _METRIC.finditer(text):
        number, unit = match["number"], match["unit"].lower()
        if number.lower() not in _ARTICLES or len(unit) > _SHORT:
            yield _amount(match, _UNITS[unit])


def household(text: str) -> Iterator[Found]:
    """Amounts in what a kitchen measures with."""
    for match in _HOUSEHOLD.finditer(text):
        if match["measure"]:
            yield _amount(match, _MEASURES[match["measure"].lower()])
        elif match["number"].lower() not in (*_ARTICLES, "one") or _OF.match(text, match.end()):
            yield _amount(match, _VESSELS[match["vessel"].lower()])


def _amount(match: re.Match[str], unit: str) -> Found:
    return Found("amount", f"{quantity(match['number']):.10g} {unit}", *match.span())
