"""Recognises names from lists, also when they are misspelt.

Method: longest exact match over runs of words first; then, for words that no ordinary vocabulary
knows, the nearest name within an edit distance that grows with its length (optimal string
alignment, so that two swapped letters count once).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from crampwise.entities.found import Found
from crampwise.entities.symbols import Symbols
from crampwise.entities.tokens import Token, tokens

NUTRIENT = "nutrient"
REMEDY = "remedy"
MAX_WORDS = 5  # the longest name looked for
MIN_FUZZY_LETTERS = 5  # shorter words are too easily mistaken for one another
LETTERS_PER_ERROR = 4  # one slip in 5 to 7 letters, two in 8 to 11, three from 12 on
MAX_ERRORS = 3
REMEMBERED = 4096  # misspelt words: people misspell the same ones over and over
MIN_OES_LETTERS = 5  # "toes" and "shoes" only lose their s, "potatoes" loses es
VITAMIN = re.compile(r"vitamin ([b-z])")  # whose letter people also use alone: "D or magnesium"
# Words that are typed more often than the names they resemble ("musels" are muscles, not mussels);
# what is as near to one of these as to a name is not taken for the name.
DECOYS = (
    "calorie", "calories", "cheerio", "cholesterol", "clippers", "clotrimazole", "crackers",
    "crampwise", "cricked", "crispy", "dangerous", "fatter", "fibrosis", "flakes", "floaters",
    "footy", "genitals", "gripe", "handover", "inhale", "low-salt", "muscle", "muscles",
    "musel", "musels", "overweight", "prickles", "robbing", "skirting", "skiving", "sleepiness",
    "slimming", "slurring", "splint", "splints", "spurts", "stamping", "sweating", "tum", "twinge",
    "twingeing", "vitamin", "vitamins", "warts", "watchers",
)  # fmt: skip


@dataclass(frozen=True)
class Name:
    entity: str
    value: str


@dataclass
class Gazetteer:
    """Names and what they stand for. `is_ordinary` tells words that are not misspellings."""

    is_ordinary: Callable[[str], bool]
    _names: dict[str, Name] = field(default_factory=dict)
    _symbols: dict[str, Name] = field(default_factory=dict)
    _letters: dict[str, Name] = field(default_factory=dict)
    _by_initials: dict[str, list[str]] = field(default_factory=dict)  # of their words

    def __post_init__(self) -> None:
        self._nearest = lru_cache(REMEMBERED)(self._search)

    def add(
        self, entity: str, value: str, names: Iterable[str], symbols: Iterable[str] = ()
    ) -> None:
        """Adds names in any case, their plurals, and symbols that count only as written."""
        for name in names:
            words = " ".join(token.word for token in tokens(name))
            letter = VITAMIN.fullmatch(words)
            if letter:
                self._letters[letter[1]] = Name(entity, value)
            for form in sorted(_forms(words).difference(DECOYS)):
                if form not in self._names:
                    self._names[form] = Name(entity, value)
                    self._by_initials.setdefault(_initials(form), []).append(form)
        for symbol in symbols:
            self._symbols[symbol] = Name(entity, value)

    def find(self, text: str) -> list[Found]:
        """The names in `text`, left to right, none overlapping another."""
        words = tokens(text)
        taken = [False] * len(words)
        # Misspelt names of several words go before single words: "epsum salts" holds no salt.
        exact = [
            *self._exact(words, taken, range(MAX_WORDS, 1, -1)),
            *self._fuzzy(words, taken, (3, 2)),
            *self._exact(words, taken, (1,)),
        ]
        found = [
            *exact,
            *self._symbol(text, words, taken, exact),
            *self._fuzzy(words, taken, (1,)),
        ]
        return sorted(found, key=lambda item: item.start)

    def _exact(
        self, words: list[Token], taken: list[bool], lengths: Iterable[int]
    ) -> Iterable[Found]:
        for length in lengths:
            for first in range(len(words) - length + 1):
                run = words[first : first + length]
                if any(taken[first : first + length]):
                    continue
                name = self._names.get(" ".join(_bare(word.word) for word in run))
                if name:
                    taken[first : first + length] = [True] * length
                    yield from self._parts(name, run)

    def _parts(self, name: Name, run: list[Token]) -> Iterable[Found]:
        """The name; of a remedy that starts with a nutrient, both: "electrolyte | drink"."""
        for cut in range(len(run) - 1, 0, -1):
            first = self._names.get(" ".join(_bare(word.word) for word in run[:cut]))
            if name.entity == REMEDY and first and first.entity == NUTRIENT:
                yield _found(first, run[:cut], 1.0)
                run = run[cut:]
                break
        yield _found(name, run, 1.0)

    def _symbol(
        self, text: str, words: list[Token], taken: list[bool], exact: list[Found]
    ) -> Iterable[Found]:
        nutrients = {
            place
            for place, word in enumerate(words)
            if any(f.entity == NUTRIENT and f.start <= word.start < f.end for f in exact)
        }
        used = {place for place, is_taken in enumerate(taken) if is_taken}
        symbols = Symbols(self._symbols, self._letters)
        for place, meant in symbols.find(text, words, used, nutrients).items():
            taken[place] = True
            yield _found(meant, [words[place]], 1.0)

    def _fuzzy(
        self, words: list[Token], taken: list[bool], lengths: Iterable[int]
    ) -> Iterable[Found]:
        for length in lengths:
            for first in range(len(words) - length + 1):
                run = words[first : first + length]
                if any(taken[first : first + length]) or not self._may_be_misspelt(run):
                    continue
                typed = " ".join(_bare(word.word) for word in run)
                match = self._nearest(typed)
                if match:
                    taken[first : first + length] = [True] * length
                    name, errors = match
                    yield _found(self._names[name], run, 1.0 - errors / len(typed))

    def _may_be_misspelt(self, run: list[Token]) -> bool:
        if len(run) == 1 and self._is_inflected(run[0].word):
            return False
        return any(
            len(token.word) >= MIN_FUZZY_LETTERS and not self.is_ordinary(token.word)
            for token in run
        )

    def _is_inflected(self, word: str) -> bool:
        """Whether an ordinary word has only taken an ending: "aches", "vitamins", "cherries"."""
        return any(
            word.endswith(ending) and self.is_ordinary(word.removesuffix(ending) + stem_end)
            for ending, stem_end in (("s", ""), ("es", ""), ("ies", "y"))
        )

    def _search(self, typed: str) -> tuple[str, int] | None:
        # People hardly ever mistake the letter that a word begins with.
        best = process.extractOne(
            typed,
            self._by_initials.get(_initials(typed), ()),
            scorer=OSA.distance,
            score_cutoff=_slips(typed),
        )
        if best is None:
            return None
        name, distance, _ = best
        if len(name) < MIN_FUZZY_LETTERS:
            return None
        if process.extractOne(typed, DECOYS, scorer=OSA.distance, score_cutoff=distance):
            return None
        # Every word of the run must be near its own counterpart, or be it.
        for mine, theirs in zip(typed.split(), name.split()):
            if mine != theirs and (
                self.is_ordinary(mine) or OSA.distance(mine, theirs) > _slips(mine)
            ):
                return None
        return name, int(distance)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split())


def _slips(typed: str) -> int:
    """How many slips of the finger a text of this length may hold."""
    return min(MAX_ERRORS, max(1, len(typed) // LETTERS_PER_ERROR))


def _bare(word: str) -> str:
    return word[:-2] if word.endswith("'s") else word


def _forms(name: str) -> set[str]:
    """A name and its plural or singular."""
    forms = {name}
    if len(name) > 3 and not name.endswith("ss"):
        if name.endswith("ies"):
            forms.add(name[:-3] + "y")
        elif name.endswith(("ches", "shes", "xes")) or (
            name.endswith("oes") and len(name) > MIN_OES_LETTERS
        ):
            forms.add(name[:-2])
        elif name.endswith("s"):
            forms.add(name[:-1])
        elif name.endswith("y") and name[-2] not in "aeiou":
            forms.add(name[:-1] + "ies")
        elif name.endswith(("o", "ch", "sh", "x")):
            forms |= {name + "es", name + "s"}
        elif name[-1].isalpha():
            forms.add(name + "s")
    return forms


def _found(name: Name, run: list[Token], confidence: float) -> Found:
    return Found(name.entity, name.value, run[0].start, run[-1].end, round(confidence, 3))
