"""Whether a word of a message is told of somebody, denied, or only asked about.

"I take ramipril" tells of a medicine, "I don't take it any more" denies it, and "do statins cause
cramps" only asks: what is asked about must not be remembered of the person.
"""

from __future__ import annotations

import re
from enum import Enum

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
_DENIED = re.compile(
    r"(?:\b(?:not|never|no longer|nor|without|no|neither|stopped|quit|off|ditched)\b|n't\b"
    r"|\b(?:dont|doesnt|isnt|arent|wasnt|didnt|havent|hasnt|aint)\b"
    r"|(?<!not )(?<!n't )\b(?:forget|delete|erase)\b)"
    r"(?!\s+(?:only|just|sure|know|forget)\b)\s*(?:[\w'-]+\s+){0,4}$",
    re.IGNORECASE,
)
# "I used to take ramipril", "I was on ramipril but stopped in 2019".
_FORMER = re.compile(
    r"\b(?:used to (?:take|be on|use)|(?:came|come|taken|weaned) off)\s+(?:[\w'-]+\s+){0,3}$",
    re.IGNORECASE,
)
_STOPPED = re.compile(
    r"^\s*,?\s*(?:(?:but|and|then)\s+)?(?:(?:i|he|she|they)\s+)?"
    r"(?:stopped|came off|quit|gave up)(?:\s+(?:it|them|that))?"
    r"\s*(?:(?:in|last|over|about|a|at|on|since|years?|months?|ages)\b|\d|[.,;!?]|$)",
    re.IGNORECASE,
)
# "I took ramipril until last year".
_TOOK = re.compile(r"\b(?:took|was|were|used)\b", re.IGNORECASE)
_UNTIL = re.compile(r"^\s*,?\s*(?:until|till|up to)\b", re.IGNORECASE)
# "I work as a dialysis nurse", "a book about Parkinson's", "afraid of getting diabetes".
_NOT_HAD = re.compile(
    r"\b(?:work(?:s|ed|ing)? (?:as|in|at|for|with|on)|repair\w*|sells?|selling|sold|dispens\w+|"
    r"stud(?:y|ies|ied|ying)|teach\w*|taught|research\w*|writ\w+ about|(?:book|novel|film|advert|"
    r"documentary|charity|company|firm|talk|leaflet) (?:\w+ )?(?:for|about|on|that|where|in)|"
    r"coach\w*|fundrais\w*|driv\w+ (?:patients|people)|treats? (?:cats|dogs|animals|people)|"
    r"(?:afraid|scared|frightened|fear|risk|signs?|history) of|worr\w+ about getting|what if|"
    r"(?:ruled|rule) out|negative for|(?:tested|checked|screened) for|clear of|free of|"
    r"nobody in (?:my|our|the) family|refused|declined|considered|decided against|allergic to|"
    r"wants? (?:me|him|her|us) to (?:start|take|try)|instead of)\b[^.?!;]*$",
    re.IGNORECASE,
)
# "A dialysis nurse by trade", "kidney function test came back normal", "runs in my family".
_NOT_HAD_AFTER = re.compile(
    r"^[^.?!;]{0,40}?\b(?:is|are|was|were|came back|come back|tests?)(?: \w+){0,2} "
    r"(?:normal|negative|fine|clear|healthy|perfect|ok|okay|all right|alright)\b"
    r"|^(?:'s)? runs in (?:my|our|the|his|her) family\b",
    re.IGNORECASE,
)
_TRADE = re.compile(
    r"\b(?:nurse|doctor|technician|consultant|specialist|trainer|chef|dietitian)$", re.IGNORECASE
)
_IS_ONE = re.compile(r"\b(?:i am|i'm|im|is|was|as|'s) an? (?:\w+ )?$", re.IGNORECASE)
_ANY_MORE = re.compile(r"^[^.?!]{0,20}\b(?:any ?more|no longer)\b", re.IGNORECASE)
_DENYING = re.compile(r"n't\b|\bnot\b|\b(?:dont|doesnt|isnt)\b", re.IGNORECASE)
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


def standing(text: str, start: int, end: int, personal: bool, telling: bool) -> Standing:
    """What the mention at `start` to `end` is worth.

    `personal`: somebody is spoken of in its clause. `telling`: the message as a whole tells.
    """
    first, last = clause(text, start, end)
    before, after = text[first:start], text[end:last]
    trade = _TRADE.search(text[start:end].rstrip()) or _TRADE.match(text[end:].lstrip())
    if _ASKED.search(before) or (trade and _IS_ONE.search(before)):
        return Standing.ASKED
    if _NOT_HAD.search(before) or _NOT_HAD_AFTER.match(after):
        return Standing.ASKED
    former = _FORMER.search(before) or _STOPPED.match(text[end:])
    former = former or (_TOOK.search(before) and _UNTIL.match(after))
    no_more = _ANY_MORE.search(after) and _DENYING.search(text[first:end])
    denied = _DENIED.search(before) or former or no_more
    if denied and (personal or telling):
        return Standing.DENIED
    if denied:
        return Standing.ASKED
    if telling:
        return Standing.TOLD
    asks = _ASKING.search(text[first:last])
    done = _DOES.search(after) and not asks
    theirs = _LOOKED_AFTER.search(text[start:end]) and not asks
    if personal and (_TIED.search(before) or _TIED_AFTER.search(after) or done or theirs):
        return Standing.TOLD
    return Standing.TOLD if _noted(text, start, end) else Standing.ASKED


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
