"""Medicines that no list holds: by the ending that their class shares, or by how they are told.

Generic names end as their class does ("-sartan", "-olol"), which is what makes a list of endings
better than one of names: it holds for those that come to market tomorrow. What has no known
ending is a medicine where somebody says to be on it, or tells its dose.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from crampwise.entities.found import Found
from crampwise.entities.number_words import NUMBER_FROM_THREE
from crampwise.entities.tokens import Token, tokens

MEDICINE = "medicine"
MIN_BEFORE = 3  # letters in front of an ending: "april" is no "-pril"
MIN_UNKNOWN = 5  # letters of a word that nobody knows
_ON = re.compile(
    r"\b(?:(?:i'm|im|i am|am|been|is|was|are|he's|hes|she's|shes|put|me|him|her|now|"
    r"still|both)(?: \w+)? on|takes?|taking|took|prescribed|injects?|injecting)"
    r"(?: (?:some|daily|weekly|oral))?\s+$",
    re.IGNORECASE,
)
_DOSE = re.compile(r"^\s+\d[\d.,/]*\s?(?:mg|mgs|mcg|ug|micrograms?|milligrams?)\b", re.IGNORECASE)
# "A tablet for my prostate", "nine different medicines a day", "on eleven tablets".
_TABLETS = r"(?:tablets?|tabs|pills?|meds|medicines?|medications?|injections?|jabs?|infusions?)"
# "A cartload of pills", "more tablets than I can count".
_HANDFUL = (
    r"\b(?:(?:an? )?(?:cart|boat|truck|lorry|bucket|bag|basket|fist|hand|drawer|box|shed)\s?"
    r"(?:load|ful|full)?s? of|a (?:whole )?(?:lot|load|raft|string|heap|pile|pharmacy|cocktail|ton|"
    r"mountain) of|(?:loads|lots|heaps|tons|piles|masses) of|umpteen|dozens of|countless|"
    r"all sorts of|more)(?: (?:different|other|prescribed|daily|strong))?"
)
_FOR = re.compile(
    rf"\b{_TABLETS} for (?:my|his|her|the|high|low) (?!cramps?\b|legs?\b|calf\b|calves\b)\w+"
    r"|\b(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|dozen|twelve|several|many)"
    r" (?:different |other |sorts of |kinds of )?(?:medicines|medications|meds|prescriptions)\b"
    rf"|{_HANDFUL} {_TABLETS}(?! of\b)\b"
    r"|(?:(?<=\btakes )|(?<=\bi take )|(?<=\bhave to take ))(?:[5-9]|[12]\d|five|six|seven|eight|"
    rf"nine|ten|eleven|twelve|fifteen|twenty) (?:different )?{_TABLETS}(?! of\b)\b"
    rf"|(?<=\bon )(?:{NUMBER_FROM_THREE}|a dozen|several|many|so many) "
    rf"(?:different |other |prescribed |daily )?{_TABLETS}(?! of\b)\b",
    re.IGNORECASE,
)


class Stems:
    """`endings` by the id of the class they tell; `other` is the id of any other medicine."""

    def __init__(
        self, endings: Mapping[str, str], other: str, is_ordinary: Callable[[str], bool]
    ) -> None:
        # The longest ending counts: "-piprazole" is no "-prazole".
        self._endings = sorted(endings.items(), key=lambda item: -len(item[0]))
        self._other = other
        self._is_ordinary = is_ordinary

    def find(self, text: str, found: Iterable[Found]) -> Iterator[Found]:
        """The medicines in `text` outside the names already `found`."""
        spans = [(item.start, item.end) for item in found]
        for match in _FOR.finditer(text):
            if not _overlaps(spans, match.start(), match.end()):
                spans.append(match.span())
                yield Found(MEDICINE, self._other, *match.span(), confidence=0.5)
        for token in tokens(text):
            if _overlaps(spans, token.start, token.end) or self._is_ordinary(token.word):
                continue
            medicine = self._medicine(text, token)
            if medicine:
                yield Found(MEDICINE, medicine, token.start, token.end, confidence=0.5)

    def _medicine(self, text: str, token: Token) -> str | None:
        word = token.word
        if not word.isalpha():
            return None
        for ending, medicine in self._endings:
            if word.endswith(ending) and len(word) >= len(ending) + MIN_BEFORE:
                return medicine
        if len(word) < MIN_UNKNOWN or self._is_ordinary(re.sub(r"(?:s|ing)$", "", word)):
            return None
        before = text[: token.start]
        dosed = _DOSE.match(text[token.end :]) and not before.endswith("from ")
        return self._other if dosed or _ON.search(before) else None


def _overlaps(spans: Iterable[tuple[int, int]], start: int, end: int) -> bool:
    return any(start < last and first < end for first, last in spans)
