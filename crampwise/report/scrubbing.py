"""Takes out of a question what could tell who asked it.

Found are addresses of mail, web and post, telephone and other long numbers, dates, and names that
are told as such or stand out by a capital letter. A name in small letters without a word that
announces it is not found: whoever adds a phrase to the training data reads it first.
"""

from __future__ import annotations

import re
from collections.abc import Collection

_STREET = "street|st|road|rd|avenue|ave|lane|ln|drive|dr|close|court|way|place|square|terrace"
_UNIT = "mg|mcg|µg|ug|g|kg|iu|ml|l|mmol|meq|nmol|pmol|ng|pg|kcal|oz|lb|lbs|percent|%"
_WHOSE, _TITLE = "my|his|her|their", "mr|mrs|ms|miss|mister|prof|professor|sister|nurse"
_NAME = r"[^\W\d_][\w'’-]*"
# What is replaced, and by which ordinary words, so that the phrase can still be learnt from.
_RULES = tuple(
    (re.compile(pattern, re.IGNORECASE), words)
    for pattern, words in (
        (r"\b[\w.+-]+@[\w-]+\.[\w.-]+", "my address"),
        (r"\b(?:https?://|www\.)\S+", "a site"),
        (r"(?<!\w)@\w+", "somebody"),
        (rf"\b\d+[a-z]?,?\s+(?:\w+\s+){{1,3}}(?:{_STREET})\b\.?", "my address"),
        (r"\b(?:flat|apartment|apt|suite)\s+\d+\w?\b", "my address"),
        (r"\b[a-z]{1,2}\d[a-z\d]?\s+\d[a-z]{2}\b", "my place"),  # a British postcode
        (r"\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b", "a day"),
        (rf"(?<!\w)\+?\d[\d\s().-]{{5,}}\d(?!\s?(?:{_UNIT})\b)", "some number"),
        (rf"\b\d{{4,}}\b(?!\s?(?:{_UNIT})\b)", "some number"),
        (
            rf"\b((?:my|his|her|their)\s+name(?:\s+is|'s|’s)|called|call me)\s+{_NAME}",
            r"\1 somebody",
        ),
        (rf"\b(mr|mrs|ms|miss|mister|prof|professor|sister|nurse)\b\.?\s+{_NAME}", r"\1 somebody"),
        (rf"\bdr\b\.?\s+{_NAME}", "my doctor"),
    )
)
_WORD = r"[A-Z][\w’'-]*[a-z]"
_CAPITALS = re.compile(rf"(?<![.!?…]\s)(?<=\s){_WORD}\b(?:\s+{_WORD}\b)*")
_AFTER_I_AM = re.compile(rf"\b([Ii]['’]m|[Ii] am|[Tt]his is)\s+({_WORD}(?:\s+{_WORD})*)\b")
_CALENDAR = (
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june"
    " july august september october november december"
)
ORDINARY = frozenset(("i", "i'm", "i've", "i'd", "i'll", "ok", "english", *_CALENDAR.split()))


def scrub(text: str, known: Collection[str]) -> str:
    """`text` on one line without what could tell a person.

    `known` are words in small letters that may have a capital letter, as names of medicines have.
    """
    line = " ".join(text.split())
    for pattern, words in _RULES:
        line = pattern.sub(words, line)
    line = _AFTER_I_AM.sub(lambda match: f"{match[1]} {_without_names(match[2], known)}", line)
    return _CAPITALS.sub(lambda match: _without_names(match[0], known), line)


def _without_names(capitals: str, known: Collection[str]) -> str:
    """Words with a capital letter, in which each that is not known becomes "somebody"."""
    plain = [word.lower().strip("'’-") for word in capitals.split()]
    kept = [
        word if bare in known or bare in ORDINARY else "somebody"
        for word, bare in zip(capitals.split(), plain)
    ]
    return " ".join(dict.fromkeys(kept)) if "somebody" in kept else capitals
