"""Whether something is told of that nobody asked for has: ruled out, refused, others', one's job.

"They thought it was myasthenia", "he wants me on statins, not yet", "a dialysis nurse by trade".
"""

from __future__ import annotations

import re

# Up to what is dealt with; but "I work at the docks and take warfarin" tells of oneself.
_TO_HERE = (
    r"(?:(?!,|\b(?:and|but|so|since|because|while|i|i'm|im|i've|ive|he|he's|she|she's|we|am|is|on|"
    r"take|takes|taking|have|has|had|having|got|with)\b)[^.?!;])*$"
)
# "I work as a dialysis nurse", "a book about Parkinson's", "afraid of getting diabetes".
_DEALT_WITH = (
    r"work(?:s|ed|ing)? (?:as|in|at|for|with|on)|repair\w*|sells?|selling|sold|sales rep|rep for|"
    r"dispens\w+|stud(?:y|ies|ied|ying)|teach\w*|taught|research\w*|writ\w+ about|"
    r"(?:wrote|written|essay|words|paper|report) (?:\w+ ){0,2}on|phd|thesis|"
    r"dissertation|finals|exams?|revising|lecture|quiz|volunteer\w*|coach\w*|fundrais\w*|"
    r"driv\w+ (?:patients|people)|treats? (?:cats|dogs|animals|people)|nurse on|"
    r"(?:book|novel|film|advert|documentary|charity|company|firm|talk|leaflet|podcast) (?:\w+ )?"
    r"(?:for|about|on|that|where|in)"
)
_IN_A_STORY = (
    r"\bin (?:the|a|this) (?:series|show|film|book|novel|programme|soap|story)\b"
    r"(?:(?!\b(?:and|but) i\b)[^.?!;])*$"
)
_FEARED = (
    r"(?:afraid|scared|frightened|fear|risk|signs?|history) of|worr\w+ about getting|what if|"
    r"scared me with|joked|autocorrect\w*|"
    r"(?:ruled|rule) out|negative for|(?:tested|checked|screened|tests|test) (?:me |my )?(?:for )?"
    r"(?=\W*$)|clear of|free of|"
    r"(?:did think|thought|suspected|feared|wondered if) (?:(?:it|i|he|she|they|that) )?"
    r"(?:was|were|had|might (?:be|have))|looked like"
)
_NOT_HAD = re.compile(
    rf"{_IN_A_STORY}|\b(?:{_DEALT_WITH}|{_FEARED}|nobody in (?:my|our|the) family|"
    r"refused|declined|considered|decided against|allergic to|instead of|"
    r"wants? (?:me|him|her|us) to (?:start|take|try))\b" + _TO_HERE,
    re.IGNORECASE,
)
# "Everyone at work is on thyroxine", "all the women in my family but me".
_OF_OTHERS = re.compile(
    r"\b(?:every(?:one|body)(?:'s)?|folks?|other people|(?:all|half|most of) (?:the|my|our) "
    r"(?:family|relatives|aunts|uncles|cousins|friends|mates|neighbours|colleagues|class|team|club|"
    r"squad|crew|office|ward|staff|village|street|women|men|girls|boys|lads|ladies|nurses|people))\b"
    r"(?![^.?!;]*\b(?:i|me|we|us)\b)[^.?!;]*$",
    re.IGNORECASE,
)
_BUT_ME = re.compile(
    r"^[^?!;]{0,40}\b(?:but|except|bar|apart from|just not) (?:for )?(?:me|myself)\b",
    re.IGNORECASE,
)
# "Kidney function test came back normal", "runs in my family".
_WELL = r"(?:normal|negative|fine|clear|healthy|perfect|ok|okay|all right|alright)\b"
_NOT_HAD_AFTER = re.compile(
    r"^(?:[^.?!;,]{0,40}?|,? (?:it |they |all |which )?)\b(?:came back|come back|came bak)"
    r"(?: \w+){0,2} "
    + _WELL
    + r"|^ (?:\w+ )?(?:tests?|scans?|bloods?|function|levels?|checks?|results?|numbers?|readings?)"
    r"(?: \w+)? (?:is|are|was|were)(?: \w+){0,2} "
    + _WELL
    + r"|^ (?:is|are|was|were)(?: (?:all|both|perfectly|completely|bang))? "
    r"(?:normal|negative|clear)\b"
    r"|^(?:'s)? runs in (?:my|our|the|his|her) family\b"
    r"(?!.*\b(?:both|i|me|we) (?:have|carry|got)\b)"
    r"|^[^.?!;]{0,30}\b(?:was|been|got) ruled out\b"
    r"|^ (?:rehab )?(?:class(?:es)?|ward|list|company|charity|research|finals|consultant here|"
    r"educator|receptor)\b",
    re.IGNORECASE,
)
# "My potassium was 6.1. Repeat normal, doctor says nothing wrong".
_CLEARED = re.compile(
    r"^.{0,120}\b(?:repeat(?:ed)?(?: \w+){0,2} normal|white coat thing|said normal|bang normal|"
    r"(?:doctor|doc|gp|nurse|hospital|they|he|she) (?:says?|said|found) "
    r"(?:there(?:'s| is| was) )?nothing wrong)\b",
    re.IGNORECASE | re.DOTALL,
)
# "He wants me on statins, I said not yet", "prescribed, but never cashed the script".
_OFFERED = re.compile(
    r"\b(?:wants?|wanted) (?:me|him|her|us) on|\b(?:offered|suggested|prescribed|"
    r"(?:thinking|thought) (?:of|about)|on the list for|script for|referred (?:me )?for)\b"
    r"[^.?!;]*$",
    re.IGNORECASE,
)
_TURNED_DOWN = re.compile(
    r"^.{0,80}\b(?:never (?:took|cashed|started|filled|collected) (?:it|them|any|one|the)|"
    r"(?:said )?not yet|i declined|i refused|i passed|said no|no thanks|not started|too dear|"
    r"haven'?t (?:taken|started|had) (?:it|them|any)|"
    r"took my name off|changed my mind|against it)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAKES = re.compile(r"\b(?:on|take|takes|taking|prescribed)\b", re.IGNORECASE)
_TAKES_NOW = re.compile(
    r"\b(?:taking|take|on) (?:it|them|one)\b(?! off)|\bback on\b|\bnow\b", re.IGNORECASE
)
_TRADES = r"(?:nurse|doctor|technician|consultant|specialist|trainer|chef|dietitian|educator)"
_TRADE = re.compile(rf"\b{_TRADES}$", re.IGNORECASE)
_TRADE_NEXT = re.compile(rf"\s*{_TRADES}\b", re.IGNORECASE)
_IS_ONE = re.compile(r"(?:\b(?:i am|i'm|im|is|was|as|'s) an? (?:\w+ )?|^\W*)$", re.IGNORECASE)


def job_of(text: str, start: int, end: int, before: str) -> bool:
    """Whether the words from `start` to `end` name somebody's trade; `before`: what leads to it."""
    named = _TRADE.search(text[start:end].rstrip()) or _TRADE_NEXT.match(text, end)
    return bool(named and _IS_ONE.search(before))


def not_had(before: str, after: str, rest: str) -> bool:
    """Whether what stands between `before` and `after` is ruled out, feared, refused, or others'.

    `before` and `after` are the rest of its clause, `rest` all that follows it.
    """
    if _OFFERED.search(before) and _TURNED_DOWN.match(rest) and not _TAKES_NOW.search(rest):
        return True
    others = _OF_OTHERS.search(before) or _BUT_ME.match(after)
    dealt_with = _NOT_HAD.search(before) or _NOT_HAD_AFTER.match(after)
    return bool(others or dealt_with) or (cleared(rest) and not _TAKES.search(before))


def cleared(text: str) -> bool:
    """Whether `text` soon says that a finding came to nothing."""
    return bool(_CLEARED.match(text))
