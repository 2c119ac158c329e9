"""Loads the words of danger signs from `red_flag_words.yml`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crampwise.knowledge.errors import KnowledgeError
from crampwise.knowledge.reading import Reader
from crampwise.safety.phrases import Group, Phrase, parse, words_of

FILE = "red_flag_words.yml"
# parts: of the body, and people; signs: count when told as present; settings: count unless
# denied, however long ago; always: count even as a question or from the last years;
# asides: as settings, but they make nothing look like danger.
KINDS = ("parts", "signs", "settings", "always", "asides")
FIGURES, ORDINARY = "figures", "ordinary"


@dataclass(frozen=True)
class Lexicon:
    """Groups of phrases by name, the kind of each group, figures of speech, ordinary words."""

    phrases: dict[str, tuple[Phrase, ...]]
    kinds: dict[str, str]
    figures: tuple[Phrase, ...]
    ordinary: frozenset[str]

    def words(self) -> set[str]:
        """Every word that occurs in a phrase."""
        found: set[str] = set()
        for phrases in (*self.phrases.values(), self.figures):
            for phrase in phrases:
                found |= words_of(phrase)
        return found


def load(root: Path) -> Lexicon:
    """The lexicon below `root`. Raises KnowledgeError with every file, key and reason."""
    reader = Reader(root)
    data = reader.yaml(FILE)
    if data is not None and not isinstance(data, dict):
        reader.complain(FILE, "file", f"must hold the sections {', '.join(KINDS)}")
    data = data if isinstance(data, dict) else {}
    for section in data:
        if section not in (*KINDS, FIGURES, ORDINARY):
            reader.complain(FILE, str(section), f"is none of the sections {', '.join(KINDS)}")
    kinds: dict[str, str] = {}
    phrases: dict[str, tuple[Phrase, ...]] = {}
    for kind in KINDS:
        for name, written in _mapping(reader, kind, data.get(kind)):
            if name in kinds:
                reader.complain(FILE, f"{kind}.{name}", f"stands already under {kinds[name]}")
            kinds[name] = kind
            phrases[name] = tuple(_phrases(reader, f"{kind}.{name}", written))
    figures = tuple(_phrases(reader, FIGURES, data.get(FIGURES) or []))
    ordinary = _texts(reader, ORDINARY, data.get(ORDINARY) or [])
    for name, group in phrases.items():
        _references(reader, f"{kinds[name]}.{name}", name, group, phrases)
    _references(reader, FIGURES, "", figures, phrases)
    if reader.problems:
        raise KnowledgeError(reader.problems)
    return Lexicon(phrases, kinds, figures, frozenset(ordinary))


def _mapping(reader: Reader, kind: str, section: Any) -> Iterator[tuple[str, Any]]:
    if section is None:
        return
    if not isinstance(section, dict):
        reader.complain(FILE, kind, "must be a mapping of group names to lists of phrases")
        return
    for name, written in section.items():
        yield str(name), written


def _texts(reader: Reader, key: str, written: Any) -> list[str]:
    if not isinstance(written, list):
        reader.complain(FILE, key, "must be a list of texts")
        return []
    for text in written:
        if not isinstance(text, str):
            reader.complain(FILE, key, f"holds {text!r}, which is not a text; quote it")
    return [text for text in written if isinstance(text, str)]


def _phrases(reader: Reader, key: str, written: Any) -> Iterator[Phrase]:
    texts = _texts(reader, key, written)
    if not texts and key != FIGURES:
        reader.complain(FILE, key, "must name at least one phrase")
    for text in texts:
        try:
            yield parse(text)
        except ValueError as error:
            reader.complain(FILE, key, str(error))


def _references(
    reader: Reader,
    key: str,
    name: str,
    group: tuple[Phrase, ...],
    phrases: dict[str, tuple[Phrase, ...]],
) -> None:
    for phrase in group:
        for element in phrase:
            if not isinstance(element, Group):
                continue
            if element.name not in phrases:
                reader.complain(FILE, key, f"'<{element.name}>' is not a group of this file")
            elif _reaches(element.name, name, phrases, frozenset()):
                reader.complain(FILE, key, f"'<{element.name}>' leads back to {name}")


def _reaches(
    start: str, goal: str, phrases: dict[str, tuple[Phrase, ...]], seen: frozenset[str]
) -> bool:
    if start == goal:
        return True
    if start in seen:
        return False
    return any(
        _reaches(element.name, goal, phrases, seen | {start})
        for phrase in phrases.get(start, ())
        for element in phrase
        if isinstance(element, Group)
    )
