"""Whether something is told of that nobody asked for has: ruled out, refused, others', one's job.

"They thought it was myasthenia", "he wants me on statins, not yet", "a dialysis nurse by trade".
"""

from __future__ import annotations

import re

# "I work as a dialysis nurse", "a book about Parkinson's", "afraid of getting diabetes".
_DEALT_WITH = (
    r"work(?:s|ed|ing)? (?:as|in|at|for|with|on)|repair\w*|sells?|selling|sold|sales rep|rep for|"
    r"dispens\w+|stud(?:y|ies|ied|ying)|teach\w*|taught|research\w*|writ\w+ about|phd|thesis|"
    r"dissertation|finals|exams?|revising|lecture|quiz|volunteer\w*|coach\w*|fundrais\w*|"
    r"driv\w+ (?:patients|people)|treats? (?:cats|dogs|animals|people)|nurse on|"
    r"(?:book|novel|film|advert|documentary|charity|company|firm|talk|leaflet|podcast) (?:\w+ )?"
    r"(?:for|about|on|that|where|in)|in (?:the|a|this) (?:series|show|film|book|novel|programme|"
    r"soap|story)"
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
    rf"\b(?:{_DEALT_WITH}|{_FEARED}|nobody in (?:my|our|the) family|refused|declined|considered|"
    r"decided against|allergic to|wants? (?:me|him|her|us) to (?:start|take|try)|instead of)\b"
    r"(?:(?!\bso\b)[^.?!;])*$",
    re.IGNORECASE,
)
# "Everyone at work is on thyroxine", "all the women in my family but me".
_OF_OTHERS = re.compile(
    r"\b(?:every(?:one|body)(?:'s)?|all the \w+|half (?:the|my|our) \w+|most of (?:the|my|our) \w+|"
    r"folks?|other people)\b(?![^.?!;]*\b(?:i|me|we|us)\b)[^.?!;]*$",
    re.IGNORECASE,
)
_BUT_ME = re.compile(
    r"^[^?!;]{0,40}\b(?:but|except|bar|apart from|just not) (?:for )?(?:me|myself)\b",
    re.IGNORECASE,
)
# "Kidney function test came back normal", "runs in my family".
_WELL = r"(?:normal|negative|fine|clear|healthy|perfect|ok|okay|all right|alright)\b"
_NOT_HAD_AFTER = re.compile(
    r"^[^.?!;]{0,60}?\b(?:came back|come back|came bak)(?: \w+){0,2} "
    + _WELL
    + r"|^[^.?!;]{0,40}?\b(?:tests?|scans?|bloods?|function|levels?|checks?|results?|numbers?|"
    r"readings?)(?: \w+)? (?:is|are|was|were)(?: \w+){0,2} "
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
    r"^.{0,120}\b(?:repeat(?:ed)?(?: \w+){0,2} normal|nothing wrong|white coat|said normal|"
    r"bang normal)\b",
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
    r"^.{0,80}\b(?:never (?:took|taken|cashed|started|filled|had|went)|(?:said )?not yet|declined|"
    r"refused|i passed|said no|no thanks|haven'?t (?:taken|started|had)|not started|too dear|"
    r"took my name off|changed my mind|against it)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAKES_NOW = re.compile(
    r"\b(?:taking|take|on) (?:it|them|one)\b(?! off)|\bback on\b|\bnow\b", re.IGNORECASE
)
_TRADE = re.compile(
    r"\b(?:nurse|doctor|technician|consultant|specialist|trainer|chef|dietitian)$", re.IGNORECASE
)
_IS_ONE = re.compile(r"(?:\b(?:i am|i'm|im|is|was|as|'s) an? (?:\w+ )?|^\W*)$", re.IGNORECASE)


def job_of(text: str, start: int, end: int, before: str) -> bool:
    """Whether the words from `start` to `end` name somebody's trade; `before`: what leads to it."""
    named = _TRADE.search(text[start:end].rstrip()) or _TRADE.match(text[end:].lstrip())
    return bool(named and _IS_ONE.search(before))


def not_had(before: str, after: str, rest: str) -> bool:
    """Whether what stands between `before` and `after` is ruled out, feared, refused, or others'.

    `before` and `after` are the rest of its clause, `rest` all that follows it.
    """
    if _OFFERED.search(before) and _TURNED_DOWN.match(rest) and not _TAKES_NOW.search(rest):
        return True
    others = _OF_OTHERS.search(before) or _BUT_ME.match(after)
    dealt_with = _NOT_HAD.search(before) or _NOT_HAD_AFTER.match(after)
    return bool(others or dealt_with) or cleared(rest)


def cleared(text: str) -> bool:
    """Whether `text` soon says that a finding came to nothing."""
    return bool(_CLEARED.match(text))
