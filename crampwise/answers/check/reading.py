"""Reads what a person answers to a question of the cramp check, in words or by a button."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from crampwise.knowledge.talk import CheckQuestion

NONE = "none"
UNKNOWN = "unknown"
LONGEST_WORDS = 160  # characters of a person's own words that are kept
_NONE = re.compile(
    r"^\W*(?:no|none|nope|nah|nothing|neither|not really|not that i know|nil|never|zero|n/a|no "
    r"thanks)\b"
    r"|\b(?:none of (?:these|those|them|that)|nothing like that|not that i know|no(?:ne)? at all|"
    r"don'?t take any|don'?t have any|not on any(?:thing)?|no (?:medicines?|meds|tablets|pills|"
    r"medication|illness(?:es)?|conditions?|other signs))\b",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(
    r"\b(?:don'?t know|dunno|not sure|no idea|can'?t say|hard to say|unsure|skip|pass|next "
    r"question|"
    r"next one|rather not|prefer not)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"(?:\b(?:no|not|without|never|nor|nothing)\b|n't\b|\b(?:dont|doesnt|"
    r"isnt)\b)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_OWN_NEGATION = re.compile(r"^(?:no|not|don't)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Reply:
    """The answer to one question: ids of answers (or of medicines and conditions), or own words."""

    values: tuple[str, ...]
    words: str = ""

    def stored(self) -> dict[str, Any]:
        """As plain data, for a slot."""
        return {"values": list(self.values), "words": self.words}


def reply_of(slot: Mapping[str, Any] | None) -> Reply | None:
    """Reads back what `stored` wrote."""
    return Reply(tuple(slot["values"]), str(slot["words"])) if slot else None


def read(
    question: CheckQuestion, text: str, entities: Mapping[str, tuple[Any, ...]]
) -> Reply | None:
    """The answer that `text` gives, or None when it gives none.

    `entities` holds what was recognised in the text. Own words are taken only where they show that
    they answer this question; for all others see `in_words`.
    """
    named = [
        str(value)
        for value in entities.get(question.entity or "", ())
        if not question.answers or value in question.answers
    ]
    found = list(dict.fromkeys((*named, *_said(question, text))))
    if found:
        return Reply(tuple(found if question.several else found[:1]))
    if _UNKNOWN.search(text):
        return Reply((UNKNOWN,))
    if _holds(question.none, text) or (question.may_be_none and _NONE.search(text)):
        return Reply((NONE,))
    return in_words(text) if _holds(question.about, text) else None


def by_the_way(
    question: CheckQuestion, text: str, entities: Mapping[str, tuple[Any, ...]]
) -> Reply | None:
    """The answer that `text` gives to a question that was not asked; None when it gives none.

    Stricter than `read`: a bare "no" or "sometimes" speaks of what was asked.
    """
    named = [
        str(value)
        for value in entities.get(question.entity or "", ())
        if not question.answers or value in question.answers
    ]
    if named:
        return Reply(tuple(dict.fromkeys(named)))
    if _holds(question.none, text):
        return Reply((NONE,))
    said = _said(question, text, question.heard)
    if said:
        return Reply(tuple(said if question.several else said[:1]))
    return in_words(text) if _holds(question.about, text) else None


def _holds(words: Iterable[str], text: str) -> bool:
    plain = text.replace("’", "'")
    return any(re.search(rf"(?<!\w){re.escape(w)}(?!\w)", plain, re.IGNORECASE) for w in words)


def in_words(text: str) -> Reply:
    """The person's own words, for what no list holds."""
    return Reply((), " ".join(text.split())[:LONGEST_WORDS])


def _said(question: CheckQuestion, text: str, only: tuple[str, ...] | None = None) -> list[str]:
    """The answers whose words (or `only` those) stand in the text, longest words first.

    What is denied there does not count.
    """
    taken: list[tuple[int, int, str]] = []
    phrases = [
        (word, value)
        for value, answer in question.answers.items()
        for word in answer.words
        if only is None or word in only
    ]
    for word, value in sorted(phrases, key=lambda phrase: -len(phrase[0])):
        for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE):
            free = not any(start < match.end() and match.start() < end for start, end, _ in taken)
            denied = _DENIED.search(text[: match.start()]) and not _OWN_NEGATION.match(word)
            if free and not denied:
                taken.append((*match.span(), value))
    return [value for _, _, value in sorted(taken)]


def of_both_legs(question: CheckQuestion, reply: Reply) -> Reply:
    """The reply as it is meant where both legs have it: two swollen ankles are no clot."""
    values = (
        (question.answers[value].both_legs or value) if value in question.answers else value
        for value in reply.values
    )
    return Reply(tuple(dict.fromkeys(values)), reply.words)
