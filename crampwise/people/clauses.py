"""Whether a word of a message is told of somebody, denied, or only asked about.

"I take ramipril" tells of a medicine, "I don't take it any more" denies it, and "do statins cause
cramps" only asks: what is asked about must not be remembered of the person.
"""

from __future__ import annotations

import re
from enum import Enum

from crampwise.people.not_had import job_of, not_had
from crampwise.people.not_now import denied

_QUESTION = r"can|could|should|will|would|may"
# Where a new thought begins: a stop, or a comma before a question word.
_BREAK = re.compile(
    r"[.?!;\n]+\s*|,?\s+but\s+"
    rf"|,\s*(?=(?:so |and )?(?:{_QUESTION}|is|are|does|do|what|how|which|why|when|did)\b)"
    rf"|\s+(?=(?:{_QUESTION}) (?:i|he|she|we|they)\b)",
    re.IGNORECASE,
)
# "Should I take statins", "do I have kidney disease": what follows is the question.
_ASKED = re.compile(
    rf"\b(?:{_QUESTION}|might|must|do|does|did|shall)\s+(?:i|he|she|we|they|you|it|my \w+)\s+"
    r"(?:(?:also|still|just|really|even)\s+)?"
    r"(?:take|have|use|try|start|get|be|stop|need|drink|eat|add)\s+"
    r"(?:(?!with\b|my\b|while\b|on\b|if\b|and\b|when\b|as\b|because\b)[\w'-]+\s+){0,3}$"
    r"|\bif (?:i|he|she|we|they) (?:were to |was to )?(?:take|took|start|started|had|tried)\s+"
    r"(?:\w+\s+){0,3}$"
    r"|\b(?:hear|heard|read|seen|(?<!been )(?<!was )told|says?|said|wonder|wondering|whether|think|"
    r"thought)\b[^,]*$"
    r"|\bis (?:it|this|that)\s+(?:\w+\s+){0,2}$|\bcould (?:it|this|that) be\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
# What ties a medicine or an illness to somebody.
_TIED = re.compile(
    r"(?<=\w )(?<!what )(?<!how )(?<!why )(?<!when )does\s*$"
    r"|\b(?:on|doing|attends|take|takes|taking|takin|took|taken|using|uses|use|prescribed|given"
    r"|started|start|my|her|his|their|mum's|mother's|dad's|have|has|had|having|with|got|get|gets"
    r"|due to|because of|i'm|im|i am|am|she's|he's|shes|hes|is|was|been|being|as an?|i've|ive"
    r"|suffer|suffers|from|diagnosed|who|(?!(?:it|that|what|who|how|there|here|let)'s)\w+'s)\b",
    re.IGNORECASE,
)
# "Dad and the renal doctor agreed": whoever has a doctor for it has the illness.
_LOOKED_AFTER = re.compile(
    r"\b(?:doctor|nurse|consultant|specialist|clinic|team|unit)$", re.IGNORECASE
)
_TIED_AFTER = re.compile(
    r"^\W*(?:is |are |and )?(?:what |which )?(?:i|she|he)(?:'m| am| is|'s)?\s+"
    r"(?:on|take|takes|taking)\b",
    re.IGNORECASE,
)
# "Amlodipine is giving me cramps": whoever says so takes it, unless it is asked.
_DOES = re.compile(
    r"^\W*(?:\w+\s+){0,2}(?:is|are|has|have|makes?|gives?|gave|made)\b.*\b(?:me|my|her|him|his)\b",
    re.IGNORECASE,
)
_ASKING = re.compile(rf"^\W*(?:{_QUESTION}|do|does|did|is|are|might|what|how|why)\b", re.IGNORECASE)
_AGED = re.compile(
    r"^\W*(?:\d{2}\s*-?\s*(?:yo|y/o|yr|yrs|years?|[fm])\b|[fm]\s?\d{2}\b)", re.IGNORECASE
)
# "28 weeks pregnant and vegan", "I'm due in May": said of oneself, whatever is asked along with it.
_WEEKS = re.compile(
    r"\b\d{1,2}\s*(?:weeks?|wks?|months?|mths?)\s+(?:pregnant|preg|gone|along|postpartum)\b"
    r"|\b(?:i am|i'm|im) (?:due|\d{1,2} (?:weeks|wks))\b|\bmy due date\b",
    re.IGNORECASE,
)
_TAKING = re.compile(r"\b(?:on|taking)\b", re.IGNORECASE)
# "Started lymecycline for spots", "had a gastric band": the "I" is left out.
_DROPPED = re.compile(
    r"^\W*(?:(?:i've|ive|been|was|just|now|still|only|recently|also|and|well|so|oh|hi|a)\W+)*"
    r"(?:started|starting|had|have|got|given|prescribed|diagnosed|put on|taking|take|course of)"
    r"\b(?:\s+[\w'-]+){0,3}\s*$",
    re.IGNORECASE,
)
# "Warfarin here", "lisinopril 10 for me", "ckd stage 4 here".
_MINE = re.compile(
    r"^\W*(?:[\w.-]+\s+){0,3}?(?:here|for me|that's me|thats me|myself)\b"
    r"|^\s+\d+(?:\.\d+)?\s?(?:mg|mcg|micrograms?)?\s+(?:for me|daily|a day|once|twice|three times|"
    r"each|every|at night|in the morning)\b",
    re.IGNORECASE,
)
# "Sarcoidosis since 2012": whoever says how long has it.
_LASTING = re.compile(
    r"^\s*,?\s*(?:since|from|for the (?:last|past)|diagnosed|dx'?d?|found) (?:in )?"
    r"(?:(?:19|20)\d{2}|\d+ (?:years?|yrs?|months?)|last|childhood|birth|i was|my)\b",
    re.IGNORECASE,
)
_GENERAL = re.compile(
    r"\b(?:people|adults|anyone|someone|somebody|those|patients|men|women|kids|children|elderly|"
    r"vegans|vegetarians|diabetics|athletes|runners|what|which|how|why|does|do|can|is|are|"
    r"should)\b",
    re.IGNORECASE,
)


# "And female", "67 btw": nothing but the fact, told of the one spoken of.
_FILLING = re.compile(
    r"(?:\W|\b(?:and|a|an|also|btw|by the way|oh|ok|yes|years?|old|too)\b)*", re.IGNORECASE
)
_OF_MANY = re.compile(r"\b(?:women|men|ladies|girls|boys|females|males)\b", re.IGNORECASE)
_WHO_LEAVES = re.compile(r"(?<!\bif )(?<!\bshould )\b(?:i|we|he|she|they) $", re.IGNORECASE)


def told_alone(text: str, start: int, end: int) -> bool:
    """Whether the message is nothing but the mention, and tells rather than asks ("women?")."""
    rest = text[:start] + " " + text[end:]
    asks = "?" in text or _OF_MANY.search(text[start:end])
    return bool(not asks and _FILLING.fullmatch(rest))


def leaves_out(text: str, start: int, end: int) -> bool:
    """Whether "no meat" and the like is told: of somebody, or in a message that asks nothing."""
    asks = "?" in text or _GENERAL.search(text)
    leaves = text[start:end].lower().startswith(("no ", "don't ", "dont "))
    return leaves and bool(_WHO_LEAVES.search(text[:start]) or not asks)


class Standing(Enum):
    """What a mention is worth for remembering."""

    TOLD = "told"
    DENIED = "denied"
    ASKED = "asked"
    NOBODYS = "nobody's"  # ruled out, refused, another's, somebody's trade


def clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of the thought that the characters `start` to `end` stand in."""
    first, last = 0, len(text)
    for match in _BREAK.finditer(text):
        if match.end() <= start:
            first = match.end()
        elif match.start() >= end:
            last = match.start()
            break
    return first, last


def standing(text: str, start: int, end: int, *, personal: bool, telling: bool) -> Standing:
    """What the mention at `start` to `end` is worth.

    `personal`: somebody is spoken of in its clause. `telling`: the message as a whole tells.
    """
    first, last = clause(text, start, end)
    before, after = text[first:start], text[end:last]
    if _nobodys(text, start, end, before, after):
        return Standing.NOBODYS
    if _ASKED.search(before):
        return Standing.ASKED
    if denied(before, text[start:end], after, text[end:]):
        return Standing.DENIED if personal or telling else Standing.ASKED
    if telling:
        return Standing.TOLD
    asks = _ASKING.search(text[first:last])
    done = _DOES.search(after) and not asks
    theirs = _LOOKED_AFTER.search(text[start:end]) and not asks
    if personal and (_TIED.search(before) or _TIED_AFTER.search(after) or done or theirs):
        return Standing.TOLD
    return Standing.TOLD if _noted(text, start, end) else Standing.ASKED


def not_now(text: str, start: int, end: int) -> bool:
    """Whether the mention at `start` to `end` is told of as what nobody has now; see `standing`."""
    first, last = clause(text, start, end)
    before, after = text[first:start], text[end:last]
    nobodys = _nobodys(text, start, end, before, after)
    return nobodys or denied(before, text[start:end], after, text[end:])


def _nobodys(text: str, start: int, end: int, before: str, after: str) -> bool:
    return job_of(text, start, end, before) or not_had(before, after, text[end:])


def _noted(text: str, start: int, end: int) -> bool:
    """Whether a case is told in note form: "70 yo female on lisinopril", "pregnant, 30 weeks"."""
    first, last = clause(text, start, end)
    if _WEEKS.search(text[first:last]):
        return True
    before, after = text[first:start], text[end:last]
    if not _GENERAL.search(before) and (_DROPPED.search(before) or _MINE.search(after)):
        return True
    if _GENERAL.search(text[first:last]):
        return False
    begins = not text[:start].strip() and bool(re.match(r"\s*,", text[end:]))
    return (
        begins
        or bool(not before.strip() and _LASTING.match(after))
        or bool(_AGED.search(text[first:last]) or _TAKING.search(text[first:start]))
    )
