"""Where a person says they are, so far as it decides which telephone numbers work."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crampwise.knowledge.errors import KnowledgeError
from crampwise.knowledge.reading import Reader
from crampwise.knowledge.shared import once, place
from crampwise.text.normalise import normalise

FILE = "places.yml"
REGION = "region"  # the entity and slot of where a person is
KEYS = frozenset({"locales", "sure", "towns", "codes"})
SHORT = 3  # words of a message that may be a bare answer: "Leeds", "the uk"
# "Got back from Sydney" does not say where somebody is, "I'm in Sydney" does.
_BEING = (
    r"(?:(?:i am|we are|he is|she is|they are|am|based|living|live|lives|stuck|staying|writing|"
    r"calling|from here|home is|here|resident)(?: \w+){0,2}? (?:in|near|at|outside)|here in|"
    r"(?:i am|we are) from|my (?:home )?(?:town|city|state|country) is)"
)


@dataclass(frozen=True)
class Region:
    """The names of one region as patterns, and the country codes that mean it."""

    name: str
    locales: frozenset[str]
    told: re.Pattern[str]
    bare: re.Pattern[str]


class Places:
    """Finds a region in a message or a locale. Raises KnowledgeError on a broken file."""

    def __init__(self, root: Path) -> None:
        reader = Reader(root)
        data = reader.yaml(FILE)
        if data is not None and not isinstance(data, dict):
            reader.complain(FILE, "file", "must be a mapping of regions")
        data = data if isinstance(data, dict) else {}
        regions = [_region(reader, str(name), content) for name, content in data.items()]
        if reader.problems:
            raise KnowledgeError(reader.problems)
        self._regions = [region for region in regions if region]

    @property
    def names(self) -> frozenset[str]:
        """The regions there are."""
        return frozenset(region.name for region in self._regions)

    def told(self, text: str) -> str | None:
        """The region a message says its writer is in; of several, the last named."""
        plain = normalise(text)
        short = len(plain.split()) <= SHORT
        found: list[tuple[int, str]] = []
        for region in self._regions:
            for pattern in (region.told, region.bare) if short else (region.told,):
                found += [(match.end(), region.name) for match in pattern.finditer(plain)]
        return max(found)[1] if found else None

    def of_locale(self, locale: str) -> str | None:
        """The region of a locale such as "en-GB"; None for one without a country, or unknown."""
        country = locale.replace("_", "-").rpartition("-")[2].upper()
        return next((r.name for r in self._regions if country in r.locales), None)


@once
def places() -> Places:
    """The places of this process's knowledge base."""
    return Places(place())


def _region(reader: Reader, name: str, content: Any) -> Region | None:
    if not isinstance(content, dict) or not KEYS.issuperset(content):
        reader.complain(FILE, name, f"must be a mapping with keys of {', '.join(sorted(KEYS))}")
        return None
    listed: dict[str, list[str]] = {}
    for key in ("locales", "sure", "towns"):
        values = content.get(key) or []
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            reader.complain(FILE, f"{name}.{key}", "must be a list of texts; quote numbers")
            return None
        listed[key] = values
    sure, towns = (_any(listed[key]) for key in ("sure", "towns"))
    told = (
        rf"(?:{_BEING}|(?<!back )(?:here|live|lives|living) in)(?: the)? (?:{sure}|{towns})\b"
        rf"|{_BEING} [a-z]+(?: [a-z]+)?,? (?:{sure})\b"  # "in Birmingham, Alabama"
        rf"|\b(?:in|here in)(?: the)? (?:{sure})\b(?! dollars)"
    )
    if content.get("codes"):
        told += rf"|\b(?:{content['codes']})\b"
    try:
        return Region(
            name,
            frozenset(listed["locales"]),
            re.compile(told),
            re.compile(rf"^(?:in |the )*(?:{sure}|{towns})\b"),
        )
    except re.error as error:
        reader.complain(FILE, f"{name}.codes", f"is not a pattern ({error})")
        return None


def _any(names: list[str]) -> str:
    """Longest first, so that "new mexico" is not read as a shorter name."""
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) or r"(?!)"
