"""Who takes what was asked about of nobody: "well, it's my aunt on it", "dad is the one"."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.leaning import leant
from actions.memory import PRODUCTS, SUBJECTS, Before
from crampwise.answers.types import Question

MOST_WORDS = 14
_TAKES = r"\b(?:on|takes?|taking|gets?|uses?|prescribed|given) (?:it|them|those|that|one)\b"
_IS_TAKER = re.compile(
    r"^\W*(?:[\w']+\W+){0,3}?(?:it's|its|it is|it was|that's|thats|that is|this is)\b"
    rf"[^.?!]*{_TAKES}"
    rf"|\b(?:is|'s) (?:the )?(?:one|who|person)\b[^.?!]*{_TAKES}"
    rf"|^\W*(?:(?:well|oh|ah|no|yes|actually|sorry|and|but|so|ok)\W+)*"
    r"(?:i|(?:my|our|the) [\w-]+(?: [\w-]+){0,2}|mum|dad|gran|nan|s?he)(?:'m|'s| am| is)? "
    rf"{_TAKES}"
    r"(?!\s+\w)",
    re.IGNORECASE,
)


def names_taker(text: str) -> bool:
    """Whether `text` says nothing but who takes "it"."""
    return len(text.split()) <= MOST_WORDS and bool(_IS_TAKER.search(text))


def of_taker(question: Question, text: str, before: Before | None) -> Question | None:
    """The last question on a medicine with something, once more for the one who takes it."""
    if before is None or question.red_flag or not before.entities.get("medicine"):
        return None
    if not any(before.entities.get(kind) for kind in PRODUCTS):
        return None
    named = any(subject in question.entities for subject in SUBJECTS)
    if named or not names_taker(text):
        return None
    return leant(replace(question, intent="follow_up", readings=()), text, before)


def asked_again(question: Question, text: str) -> bool:
    """Whether `question` is one that `of_taker` made of `text`."""
    product = any(question.all(kind) for kind in PRODUCTS)
    return product and bool(question.all("medicine")) and names_taker(text)
