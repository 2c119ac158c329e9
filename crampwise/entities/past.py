"""Whether something is told of the past: "had fits as a kid", "took penicillin back in 2016"."""

from __future__ import annotations

import re
from datetime import date

_YOUNG = r"(?:(?:my|his|her|their|a|an|the|very|young|small|little|early|late)\s+)*"
# "As a teenager I cramp" is of today, so that what happened must be told of.
_ONCE = re.compile(
    r"\b(?:had|was|were|did|got|took|used to|suffered|diagnosed|\w{3,}ed)\b[^.?!;]*"
    rf"\b(?:as|in)\s+{_YOUNG}$",
    re.IGNORECASE,
)
_WHEN = re.compile(
    rf"\b(?:when|since|while) (?:i|he|she|they|we) (?:was|were)\s+(?:in\s+)?{_YOUNG}$"
    rf"|\bsince being\s+{_YOUNG}$"
    # "Epilepsy since my teens".
    r"|\b(?:since|throughout|all through) (?:(?:my|his|her|their) )?(?:early |mid |late )?$",
    re.IGNORECASE,
)
_AS = re.compile(rf"\bas\s+{_YOUNG}$", re.IGNORECASE)
# "Had antibiotics in 2019": over, where nothing says that it goes on ("was put on warfarin").
_TAKEN = re.compile(
    r"\b(?:had|took|used|tried|finished|did|swallowed|was|were)"
    r"(?: (?!(?:since|and|but|to|put|start\w*|been|up|prescribed|diagnosed|given|told|switched|"
    r"moved|my|his|her|their)\b)[\w-]+){0,5}\s+$",
    re.IGNORECASE,
)
_LAST = re.compile(
    r"\b(?:last|only) (?:\w+ )?(?:medicines?|tablets?|pills?|drugs?|medication|thing|course)"
    r" (?:that )?(?:i|he|she|they|we) (?:have )?(?:ever )?"
    r"(?:took|had|taken|swallowed|was on|needed)(?: (?:was|were))?(?: \w+){0,2}\s+$",
    re.IGNORECASE,
)
_YEAR = (
    r"(?<!since )\b(?:in|about|around|spring|summer|autumn|winter|completed|finished) (?:the )?"
    r"(?:19\d0s|nineties|eighties|(?P<year>(?:19|20)\d\d))\b"
)
_AGO = re.compile(
    r"^[^.?!;]{0,70}?(?:\b(?:years|ages|decades) (?:ago|back)\b"
    r"|\b(?:last (?:year|summer|winter|spring|autumn)|in (?:my|his|her) (?:teens|twenties|thirties|"
    r"forties|20s|30s|40s|youth)|as a (?:kid|child|teen\w*|student|boy|girl))\b"
    r"|\b(?:\d{1,2}|[a-z]+) (?:years|yrs|winters|summers|springs|christmases) (?:ago|back)\b"
    r"|\b(?:way )?back when\b|\bat (?:school|uni|university|college)\b"
    r"|\bwhen (?:i|he|she) was (?:\d|a |an |at |in |young|little|small)"
    rf"|{_YEAR})",
    re.IGNORECASE,
)
_IN_YEAR = re.compile(
    rf"^\W*(?:(?:so|hi|well|and|back) )*{_YEAR},? (?:i|he|she|we|they) ", re.IGNORECASE
)
_GOES_ON = re.compile(
    r"\b(?:still|since (?:then|19|20)|to this day|until|now|today|tonight|this morning|again|daily|"
    r"nightly|every|each|a day|caus\w+|blame\w*|side effects?|because|due to|after effects?|"
    r"start\w*|ongoing|ever since|back on|came off|stopped)\b",
    re.IGNORECASE,
)
# What follows it in "those days are long gone", "full course, cured".
_ENDED = re.compile(
    r"[^.?!;]{0,60}\b(?:long (?:gone|over)|(?:is|are|all|that's|now) behind (?:me|us|him|her)|"
    r"done and dusted|"
    r"ancient history|(?:days|years) are (?:long )?(?:over|gone|behind)|off (?:it|them) now|"
    r"finished (?:with )?(?:it|them|last (?:year|summer|winter|spring|autumn)|ages|years|"
    r"in (?:19|20)\d{2})|"
    r"(?:course|treatment) (?:is|was|all) (?:all )?finished|"
    r"completed (?:it|(?:in )?(?:19|20)\d{2}|last year)|"
    r"(?<!be )(?<!get )(?<!not )cured)\b"
    r"|\s*,? (?:all )?(?:finished|completed) (?:last year|years|ages|(?:in )?(?:19|20)\d{2})\b"
    r"|\W*(?:i|he|she|we) (?:took|was on|were on|had|used) (?:it|them|that)\b[^.?!;]*"
    r"\b(?:ago|twenties|thirties|forties|teens|(?:19|20)\d{2})\b",
    re.IGNORECASE,
)
# What is taken again, whatever was said of its end.
BACK_ON = r"\b(?:back on|restarted|started again|on (?:it|them) again|am again)\b"
_BACK_ON = re.compile(".{0,120}" + BACK_ON, re.IGNORECASE | re.DOTALL)
_EARLIER = re.compile(
    r"\b(?:pregnancies|(?:last|first|previous|each|every) pregnancy)$", re.IGNORECASE
)
_NEVER_SINCE = re.compile(
    r"\b(?:never|none|nothing|not|off (?:it|them)) (?:\w+ )?(?:ever )?since\b|\bnothing now\b",
    re.IGNORECASE,
)
# "My ex was pregnant when", "when she was expecting years ago".
_WAS_EXPECTING = re.compile(
    r"\b(?:when|while|since|as|before|after|back when)\s+(?:i|he|she|they|we|(?:my|the) [\w-]+"
    r"(?: [\w-]+)?|[a-z]+) (?:was|were) (?:last |first |about |only |heavily )?(?:\w+ weeks )?$"
    r"|\b(?:ex|ex[- ]\w+|late \w+) was (?:once )?$",
    re.IGNORECASE,
)
_EXPECTS = re.compile(
    r"\bstill\b|\b(?:pregnant|expecting|is|now) again\b"
    r"|\b(?:i|she) (?:am|is)\b.*\b(?:weeks|months|due|pregnant)\b"
    r"|\bnow (?:at |in |\d|due)",
    re.IGNORECASE,
)
_RECENT = 1  # years; what was taken as lately may still be
_NOW = re.compile(r"\w+\W+(?:(?:but|and) )?(?:now|today|these days)\b", re.IGNORECASE)


def is_past(text: str, start: int) -> bool:
    """Whether the stage of life named at `start` is one that the person has behind them."""
    before = text[:start]
    since = _AS.search(before) and _NOW.match(text[start:])  # "asthma as a kid, now COPD"
    return bool(since or _ONCE.search(before) or _WHEN.search(before))


def ended(text: str) -> bool:
    """Whether `text`, a sentence or what follows a name, soon says that it came to its end."""
    return bool(_ENDED.match(text)) and not _BACK_ON.match(text)


def is_over(text: str, start: int, end: int) -> bool:
    """Whether what is named at `start` to `end`, a medicine or what else passes, is long over."""
    before = re.split(r"[.?!;]", text[:start])[-1]
    after = text[end:]
    if ended(after):
        return True
    sentence = before + text[start:end] + re.split(r"[.?!;]", after)[0]
    if _GOES_ON.search(_NEVER_SINCE.sub("", sentence)):
        return False
    if _LAST.search(before):
        return True
    ago = _AGO.match(after) or _IN_YEAR.match(before)
    if ago is None or not _TAKEN.search(before):
        return False
    return not ago["year"] or int(ago["year"]) < date.today().year - _RECENT


# "Expecting a parcel", "expecting to run 10 km".
_ELSE = re.compile(
    r"(?:is |are |am |was )?expecting (?:(?:an?|the|some|my|our) (?!baby\b|bab|child|boy|girl|"
    r"little|son\b|daughter|first|second|third|happy)\w+|to\b|that\b|guests|visitors|company|"
    r"trouble|rain|snow|too much|it\b|them\b)",
    re.IGNORECASE,
)


def was_expecting(text: str, start: int, end: int) -> bool:
    """Whether the pregnancy named at `start` to `end` is told of some time before, or is none."""
    if _ELSE.match(text[start:]) or _EARLIER.search(text[:end]):
        return True
    return bool(_WAS_EXPECTING.search(text[:start])) and not _EXPECTS.search(text[start:])
