"""Numbers as people write them: "8", "eighty-eight", "half a", "two and a half", "1/2", "5k"."""

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


_HALVES = {"half": 0.5, "quarter": 0.25, "third": 1 / 3, "dozen": 12, "couple": 2}
_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_SMALL = rf"{LARGE}|{_any([*_UNITS])}"
_FIGURE = r"\d+\s+[1-9]/[2-9]|[1-9]/[2-9]|\d+\s?[½¼¾⅓⅔]|[½¼¾⅓⅔]|\d[\d,]*(?:\.\d+)?(?:\s?k\b)?"
# Longest first, as a regular expression takes the first that fits.
QUANTITY = (
    rf"(?:(?:\d+|{_SMALL})\s+and\s+a\s+(?:half|quarter)|{_FIGURE}"
    rf"|(?:{_SMALL}|an?)\s+(?:hundred|thousand)|{_SMALL}"
    r"|(?:a\s+)?(?:half|quarter|third)(?:\s+(?:of\s+)?an?)?|(?:a\s+)?couple(?:\s+of)?"
    r"|half\s+a\s+dozen|(?:a\s+)?dozen|an?)"
)


def quantity(written: str) -> float:
    """The number that `written`, matched by QUANTITY, stands for."""
    text = written.lower().replace(",", "").strip()
    if text[-1] == "k":
        return 1000 * float(text[:-1])
    total = 0.0
    for word in re.findall(r"[½¼¾⅓⅔]|\d+/\d+|[\d.]+|[a-z-]+", text):
        if word in ("hundred", "thousand"):
            total = (total or 1) * (100 if word == "hundred" else 1000)
        elif word in _HALVES:
            total = total * 12 if word == "dozen" and total else total + _HALVES[word]
        elif word in _SIGNS:
            total += _SIGNS[word]
        elif "/" in word:
            top, bottom = word.split("/")
            total += int(top) / int(bottom)
        elif word[0].isdigit():
            total += float(word)
        elif word not in ("a", "an", "of", "and"):
            total += whole_number(word)
    return total or 1.0
