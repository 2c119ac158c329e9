"""Cuts messages into turns, sentences, clauses and words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from crampwise.safety.spelling import Speller
from crampwise.safety.wordset import wordset
from crampwise.text.normalise import normalise

_PIECE = re.compile(r"\d+(?:\.\d+)?|[a-z]+(?:'[a-z]+)?|[.!?;:,()\"/&+]|\s-+\s")
_SENTENCE_END = frozenset(".!?")
_CLAUSE_END = frozenset(';:,()"')
_NEW_CLAUSE = wordset("but however although though whereas because so then except yet")
_JOINS = wordset("and or & + plus")
_SUBJECT = wordset(
    "i my it its he she they we you his her their our the there this that now am is are was "
    "were have has had feel feels cannot can also today"
)
_SPOKEN = {"/": "or", "&": "and", "+": "and"}
_NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
} | {"thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "ninety": "90"}


@dataclass
class Passage:
    """The words of one or several messages with, for each, its clause, sentence and turn."""

    words: list[str] = field(default_factory=list)  # with misspelt words of the lexicon mended
    written: list[str] = field(default_factory=list)
    clause: list[int] = field(default_factory=list)
    sentence: list[int] = field(default_factory=list)
    turn: list[int] = field(default_factory=list)
    clauses: list[range] = field(default_factory=list)
    asked: set[int] = field(default_factory=set)  # sentences that end in a question mark

    def text(self, clause: int) -> str:
        """The words of a clause as they were written."""
        span = self.clauses[clause]
        return " ".join(self.written[span.start : span.stop])


def read(messages: Sequence[str], speller: Speller) -> Passage:
    """`messages`, oldest first, as one passage; each message is a turn."""
    passage = Passage()
    sentence = clause = 0
    for turn, message in enumerate(messages):
        pieces = _PIECE.findall(normalise(message.replace("\n", ". ")).replace("cannot", "can not"))
        for number, piece in enumerate(pieces):
            following = pieces[number + 1] if number + 1 < len(pieces) else ""
            if piece in _SENTENCE_END:
                if piece == "?":
                    passage.asked.add(sentence)
                sentence, clause = sentence + 1, clause + 1
                continue
            if piece in _CLAUSE_END or piece.isspace() or piece.strip("- \t") == "":
                clause += 1
                continue
            if piece in _NEW_CLAUSE or (piece in _JOINS and following in _SUBJECT):
                clause += 1
            word = _SPOKEN.get(piece, piece).split("'")[0]
            passage.words.append(speller.mend(word))
            passage.written.append(word)
            passage.clause.append(clause)
            passage.sentence.append(sentence)
            passage.turn.append(turn)
        sentence, clause = sentence + 1, clause + 1
    _number_clauses(passage)
    return passage


def number(word: str) -> float | None:
    """The number a word means, if it is one."""
    digits = _NUMBERS.get(word, word)
    return float(digits) if digits[0].isdigit() else None


def _number_clauses(passage: Passage) -> None:
    """Counts only clauses that hold words, and notes where each begins and ends."""
    start = 0
    numbered: list[int] = []
    for place in range(len(passage.words)):
        if place and passage.clause[place] != passage.clause[place - 1]:
            passage.clauses.append(range(start, place))
            start = place
        numbered.append(len(passage.clauses))
    if passage.words:
        passage.clauses.append(range(start, len(passage.words)))
    passage.clause[:] = numbered
