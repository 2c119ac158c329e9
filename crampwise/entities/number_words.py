"""Whole numbers as people write them: in figures or in words, "8", "eight", "eighty-eight"."""

from __future__ import annotations

import re

_UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9,
}  # fmt: skip
_TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip


def _any(words: list[str]) -> str:
    return "(?:" + "|".join(words) + ")"


LARGE = rf"{_any([*_TENS])}(?:[\s-]?{_any([*_UNITS])})?|{_any([*_TEENS])}"
NUMBER = rf"(\d{{1,3}}|{LARGE}|{_any([*_UNITS])})(?![\w])"
# "he is one of them", "she is two" is said of other things more often than of ages.
NUMBER_FROM_THREE = rf"(\d{{1,3}}|{LARGE}|{_any([*_UNITS][2:])})(?![\w])"
_WHOLE = re.compile(rf"(?:({_any([*_TENS])})[\s-]?)?({_any([*_UNITS, *_TEENS])})?")


def whole_number(written: str) -> int:
    """The number `written`, matched by one of the patterns above, stands for."""
    if written.isdigit():
        return int(written)
    match = _WHOLE.fullmatch(written.lower())
    assert match is not None, written
    tens, rest = match.groups()
    return _TENS.get(tens, 0) + {**_UNITS, **_TEENS}.get(rest, 0)
