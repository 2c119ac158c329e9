"""Finds the lexicon's phrases in a passage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from crampwise.safety.lexicon import FIGURES, Lexicon
from crampwise.safety.passage import Passage, number
from crampwise.safety.phrases import Element, Gap, Group, Literal, Number, Phrase
from crampwise.safety.wordset import wordset

WIDEST_GAP = 4
FILLERS = wordset(
    "my his her their our your the a an this that these those really very so quite just also "
    "still now all left right whole entire own bit pretty completely totally suddenly been "
    "kind sort of some any rather too absolutely proper properly actually constantly always "
    "keep"
)
DENIALS = wordset("not no never without nor neither none")  # no gap leads over one
STEM_KEY = 3  # letters by which words with open endings are looked up

Places = tuple[int, ...]


@dataclass(frozen=True)
class Mention:
    """A group of the lexicon told at the words `places` of a passage."""

    group: str
    kind: str
    places: tuple[int, ...]

    @property
    def start(self) -> int:
        return self.places[0]

    @property
    def stop(self) -> int:
        return self.places[-1] + 1


@dataclass(frozen=True)
class _Entry:
    """A phrase to try; `needs` are sets of words of which the passage must hold one each."""

    group: str
    phrase: Phrase
    needs: tuple[frozenset[str], ...]

    def possible(self, words: set[str]) -> bool:
        for need in self.needs:  # noqa: SIM110  (a plain loop: the busiest line of the reader)
            if need.isdisjoint(words):
                return False
        return True


class Finder:
    """Looks up phrases by their first word."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._phrases = {**lexicon.phrases, FIGURES: lexicon.figures}
        self._by_word: dict[str, list[_Entry]] = defaultdict(list)
        self._by_stem: dict[str, list[_Entry]] = defaultdict(list)
        self._by_number: list[_Entry] = []
        for name, phrases in self._phrases.items():
            for phrase in phrases:
                needs = tuple(
                    heads for element in phrase[1:] if (heads := self._heads(element)) is not None
                )
                self._index(_Entry(name, phrase, needs), phrase)

    def _heads(self, element: Element) -> frozenset[str] | None:
        """The words with which an element may begin, or None if these cannot be listed."""
        if isinstance(element, Literal):
            return None if element.stems else element.words
        if not isinstance(element, Group):
            return None
        heads = [self._heads(inner[0]) for inner in self._phrases[element.name]]
        listed = [words for words in heads if words is not None]
        return frozenset().union(*listed) if len(listed) == len(heads) else None

    def _index(self, entry: _Entry, head: Phrase) -> None:
        first = head[0]
        if isinstance(first, Literal):
            for word in sorted(first.words):
                _add(self._by_word[word], entry)
            for stem in first.stems:
                _add(self._by_stem[stem[:STEM_KEY]], entry)
        elif isinstance(first, Number):
            _add(self._by_number, entry)
        elif isinstance(first, Group):
            for inner in self._phrases[first.name]:
                self._index(entry, inner)

    def find(self, passage: Passage) -> list[Mention]:
        """Every mention outside figures of speech, the longest where one group's overlap."""
        found: dict[tuple[str, int], Places] = {}
        words = set(passage.words)
        for place, word in enumerate(passage.words):
            for entry in self._starting(word):
                if not entry.possible(words):
                    continue
                places = max(self._ways(passage, place, entry.phrase, 0), key=_last, default=())
                if places and _last(places) > _last(found.get((entry.group, place), ())):
                    found[entry.group, place] = places
        figures = [
            range(place, places[-1] + 1)
            for (name, place), places in found.items()
            if name == FIGURES
        ]
        return [
            Mention(name, self._lexicon.kinds[name], places)
            for (name, place), places in found.items()
            if name != FIGURES
            and not any(place in figure and places[-1] in figure for figure in figures)
        ]

    def _starting(self, word: str) -> Iterator[_Entry]:
        yield from self._by_word.get(word, ())
        yield from self._by_stem.get(word[:STEM_KEY], ())
        if self._by_number and number(word) is not None:
            yield from self._by_number

    def _ways(self, passage: Passage, place: int, phrase: Phrase, at: int) -> Iterator[Places]:
        """The places of every way to go on at word `place` with element `at` of `phrase`."""
        if at == len(phrase):
            yield ()
            return
        element = phrase[at]
        if isinstance(element, Gap):
            for after in self._past_gap(passage, place):
                yield from self._ways(passage, after, phrase, at + 1)
            return
        if place >= len(passage.words) or (at and not self._goes_on(passage, place - 1, place)):
            return
        word = passage.words[place]
        if isinstance(element, Group):
            for inner in self._phrases[element.name]:
                if not isinstance(inner[0], (Group, Gap)) and not _fits(inner[0], word):
                    continue
                for places in self._ways(passage, place, inner, 0):
                    for rest in self._ways(passage, places[-1] + 1, phrase, at + 1):
                        yield places + rest
        elif _fits(element, word):
            for rest in self._ways(passage, place + 1, phrase, at + 1):
                yield (place, *rest)
        if at and word in FILLERS:
            yield from self._ways(passage, place + 1, phrase, at)

    def _past_gap(self, passage: Passage, place: int) -> Iterator[int]:
        """The places at which a phrase may go on after a gap that begins at `place`."""
        for after in range(place, place + WIDEST_GAP + 1):
            if not self._goes_on(passage, place - 1, after):
                return
            if after > place and passage.words[after - 1] in DENIALS:
                return
            yield after

    @staticmethod
    def _goes_on(passage: Passage, before: int, place: int) -> bool:
        """Whether word `place` is in the sentence of word `before`."""
        return place < len(passage.words) and passage.sentence[place] == passage.sentence[before]


def _add(entries: list[_Entry], entry: _Entry) -> None:
    if entry not in entries:
        entries.append(entry)


def _last(places: Places) -> int:
    return places[-1] if places else -1


def _fits(element: Literal | Number, word: str) -> bool:
    if isinstance(element, Literal):
        return element.fits(word)
    value = number(word)
    return value is not None and element.least <= value <= element.most
