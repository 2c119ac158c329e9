"""Whether something is denied or stopped, or no medicine taken at all: "not on anything now".

What is long past ("took it in 2019") is left out where names are found, in `entities.past`.
"""

from __future__ import annotations

import re

from crampwise.entities.past import BACK_ON, ended
from crampwise.people.not_had import cleared

# What a "not" may deny instead of having or taking: "I never miss my lithium", "no cure for it".
_GOVERNED = (
    r"apart|except|besides|but|bar|only|just|than|miss(?:ed|ing)?|skip(?:ped)?|forget|forgot|"
    r"finish(?:ed)?|know|knew|believe|let|lets|mind|like|want|wanted|think|thought|feel|felt|live|"
    r"stop|refuse|till|until|because|as|since|so|now|keen|cure|go|drink|anything|for|bother|afford|"
    r"remember|imagine|idea|job|work|come"
)
# "I said no to it at first, but now I take it", "never before, 12 weeks now".
_AFTER_ALL = re.compile(
    r"\b(?:(?:till|until) (?:now|this|last|yesterday|recently|\d)|(?:but|and|now|since) (?:now )?"
    r"(?:i|he|she) (?:do |now |did )?(?:take|takes|have|has|am|is|went)\b|but (?:here|now)\b|"
    r"have been on (?:it|them)|(?:'ve|have|has) had (?:it|them)|\d{1,2} (?:weeks|wks))\b",
    re.IGNORECASE,
)
# "I don't take", "off it"; but "no, sorry, ciprofloxacin" puts a name right.
_DENIED = re.compile(
    r"(?:\b(?:not|never|no longer|nor|without|no(?!,? (?:sorry|wait|hang on|actually|i mean)\b)|"
    r"neither|stopped|quit|off|ditched|(?<!not )(?<!n't )(?<!never )finished|binned)\b|n't\b"
    r"|\b(?:dont|doesnt|isnt|arent|wasnt|didnt|havent|hasnt|aint)\b"
    r"|(?<!not )(?<!n't )\b(?:forget|delete|erase)\b)"
    r"(?!\s+(?:only|just|sure|know|forget)\b)\s*"
    rf"(?:(?!(?:{_GOVERNED})\b)[\w'-]+\s+){{0,4}}$",
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
    r"\s*(?:(?:in|last|over|about|a|at|on|since|years?|months?|ages)\b|\d|[.,;!?]|$)"
    r"|^[^.?!;]{0,60}\b(?:(?:took|taken) (?:me|him|her|us) off|came off|come off|"
    r"(?:doc|doctor|gp|they|he|she|consultant|surgeon|nurse) (?:has |have )?stopped) (?:it|them)\b"
    r"|^[^.?!;]{0,60}\b(?:all|both|which was|that was|they were|it was|was all|were all) "
    r"(?:stopped|ended)\b|^[^.?!;]{0,60}\bthat ended\b"
    r"|^[^?!;]{0,60}\b(?:(?:fixed|sorted|righted|resolved) itself|grew out of|came right)\b",
    re.IGNORECASE,
)
# "I took ramipril until last year".
_TOOK = re.compile(r"\b(?:took|was|were|used)\b", re.IGNORECASE)
_UNTIL = re.compile(r"^\s*,?\s*(?:until|till|up to)\b", re.IGNORECASE)
# "Used to take it, and am back on it".
_BACK_ON = re.compile(BACK_ON, re.IGNORECASE)
_ANY_MORE = re.compile(r"^[^.?!]{0,20}\b(?:any ?more|no longer)\b", re.IGNORECASE)
_DENYING = re.compile(r"n't\b|\bnot\b|\b(?:dont|doesnt|isnt)\b", re.IGNORECASE)
# "No meds at all": whatever was told before it in the same breath is not taken.
_MEDICINES = r"(?:meds?|medicines?|medications?|tablets?|pills?|prescriptions?)"
_AT_ALL = (
    r"(?=\s*(?:[.,;:!?)]|$|(?:at all|now|at the moment|these days|any ?more|currently|whatsoever|"
    r"either|myself|me|and|so|here|today|of any kind|ever)\b"
    r"(?!\s+(?:for|with|against|except|apart|but|besides|other|new|yet)\b)))"
)
_NOW = re.compile(
    r"^\W*(?:now|at the moment|these days|any ?more|currently|today)\b", re.IGNORECASE
)
# "Ramipril, apart from that on nothing".
_OTHERWISE = re.compile(
    r"\b(?:(?:apart|aside|away) from|other than|besides|except(?: for)?|only|just|otherwise|else)\b"
    r"[^.?!]{0,25}$",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    rf"(?:\b(?:not|n't|never|aint|dont|doesnt|isnt) (?:on|take|takes|taking|taken|using|use) "
    rf"(?:any|a single|so much as an?) ?(?:{_MEDICINES}|thing)"
    rf"|\b(?:on|take|takes|taking) (?:absolutely |zero |literally )?(?:nothing|no {_MEDICINES})"
    rf"|(?:^|[.,;!?] ?|\band |\bwith |\bhave )(?:no|zero|nil|without) "
    rf"(?:regular |prescription |prescribed )?{_MEDICINES}"
    rf"|\b(?:med|pill|tablet)[- ]free){_AT_ALL}",
    re.IGNORECASE,
)


def denied(before: str, mention: str, after: str, rest: str) -> bool:
    """Whether `mention` is said to be no longer so, or never.

    `before` and `after` are the rest of its clause, `rest` all that follows it.
    """
    if _BACK_ON.search(rest) or _AFTER_ALL.search(rest[:120]):
        return False
    if _DENIED.search(before) or _FORMER.search(before) or _STOPPED.match(rest):
        return True
    until = _TOOK.search(before) and _UNTIL.match(after)
    return bool(until or (_ANY_MORE.search(after) and _DENYING.search(before + mention)))


def over(sentence: str, rest: str) -> bool:
    """Whether a sentence tells of what is over or cleared: "the nursing days are long gone".

    `rest` is what follows it.
    """
    return cleared(sentence) or cleared(rest) or ended(sentence)


def takes_nothing(text: str) -> list[tuple[int, bool]]:
    """Where `text` says that somebody takes no medicines, and whether that is said of now."""
    return [
        (match.start(), bool(_NOW.match(text[match.end() :])))
        for match in _NOTHING.finditer(text)
        if not _OTHERWISE.search(text[: match.start()])
    ]
