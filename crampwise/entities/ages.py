"""Ages, told in figures or in words, and how far along a pregnancy is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crampwise.entities.found import Found
from crampwise.entities.number_words import (
    LARGE,
    NUMBER,
    NUMBER_FROM_THREE,
    whole_number,
)

OLDEST = 120
MIN_OVER = 18  # "over 5" is seldom said of people's ages
_DECADES = {
    "twenties": 25, "thirties": 35, "forties": 45, "fifties": 55, "sixties": 65,
    "seventies": 75, "eighties": 85, "nineties": 95,
}  # fmt: skip
_PERSON = (
    "mother|mum|mam|mom|mama|mummy|amma|father|dad|papa|daddy|husband|hubby|wife|partner|fiance|nan"
    "|nana|gran|granny|grandma|grandpa|grandad|granddad|grandmother|grandfather|aunt|auntie|aunty"
    "|uncle|son|daughter|grandson|granddaughter|grandchild|nephew|niece|cousin|brother|sister|bro"
    "|sis|kid|boy|girl|child|toddler|teen|teenager|lad|lass|bloke|guy|woman|man|lady|gentleman"
    "|female|male|person|friend|mate|neighbour|neighbor|patient|client|boyfriend|girlfriend"
    "|mother-in-law|father-in-law|mother in law|father in law|eldest|youngest|oldest|twins?|missus"
    "|other half|parents?|stepson|stepdaughter|pupil|resident|pt|bub"
)
# What people say of themselves in front of a bare age: "vegan, runner, 34".
_ROLE = (
    "runner|cyclist|swimmer|footballer|athlete|triathlete|dancer|golfer|rower|walker|hiker|climber"
    "|gardener|driver|teacher|nurse|carer|builder|farmer|plumber|roofer|waiter|waitress|chef|tradie"
    "|postie|student|retired|pensioner|vegan|vegetarian|veggie|smoker|diabetic|fit|healthy|active"
    "|overweight|slim|me|menopausal|perimenopausal|postmenopausal|post-menopausal|coeliac|retiree"
)
# A number with one of these behind it counts something other than years.
_NOT_COUNTING = (
    r"(?!\s*-?\s*(?:%|per\s?cent|kgs?|kilos?|lbs?|pounds?|stone|weeks?|wks?|months?|mg|mcg|iu|units?|g\b|km"
    r"|kms|k\b|miles?|ft|foot|feet|inch(?:es)?|cm|mm|m\b|met(?:re|er)s?|days?|hours?|hrs?|min(?:ute)?s?"
    r"|sec(?:ond)?s?|times|degrees|am\b(?!\s+i\b)|pm\b|of\b|per\b|mmol|nmol|ng|tablets?|pills?"
    r"|capsules?|reps?|laps?|sets?|glasses|cups?|lit(?:re|er)s?|people|others?"
    r"|(?:years?|yrs?)\s+(?:on|in|into|with|since|ago|sober|clean|post|after|older|younger|now)\b"
    r"|[.:/]\s?\d|-\s?\d))"
)
_AGES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{NUMBER}\s*-?\s*(?:years?|yrs?|yr\.?)\s*-?\s*(?:old|of age|young)\b",
        r"\b(\d{1,3})\s*-?\s*(?:(?:years?|yrs?|yr\.?)\s*-?\s*(?:old|of age|young)|y\.?/?o\.?|yo)\b",
        rf"\b(?:aged?|turning|turned|pushing|nudging|approaching|hit|hitting|reached|get to|got to"
        rf"|age is|age of)\s*[:=]?\s*{NUMBER}" + _NOT_COUNTING,
        # A mother of three has three children.
        r"\b(?!(?:mum|mom|mother|dad|father|gran\w*|nan)s? of "
        r"(?:one|two|three|four|five|six|\d)(?![\w-]))"
        rf"(?:{_PERSON})s?\s+of\s+{NUMBER}" + _NOT_COUNTING,
        r"\b(?:i am|i'm|im|she is|she's|he is|he's|shes|hes|am|i'll be|ill be|i will be|she'll be"
        r"|he'll be|they are|they're|theyre)\s+"
        r"(?:now\s+|only\s+|just\s+|almost\s+|nearly\s+|actually\s+)?"
        + NUMBER_FROM_THREE
        + _NOT_COUNTING,
        r"\b(\d{2})\s?/?\s?[mf]\b(?!\w)",
        r"(?<!['\w])[mf]\s?/?\s?(\d{2})\b(?![\w.%])",
        r"(?:^|[,;(]\s*)(\d{1,2})\s?(?:yrs?|years?)"
        r"(?=\s*(?:[,;)!?]|$|male\b|female\b|[mf]\b|boy\b|girl\b|man\b|woman\b|lady\b))",
        rf"\b(?:{_PERSON})s?"
        rf"(?:\s*[,(]\s*|\s+(?:is|are)\s+(?:now\s+|only\s+|nearly\s+)?|\s+who is\s+|'s\s+|\s*)"
        rf"{NUMBER_FROM_THREE}" + _NOT_COUNTING,
        # Said in English learnt later: "my father is having 78 years".
        rf"\b(?:is having|have|has|having)\s+{NUMBER}\s+(?:years?|yrs?)\b"
        r"(?!\s+(?:of|on|in|with|since|ago|experience|left|to)\b)",
        rf"\b(?<!are )(?<!is )(?<!was )(?<!low )(?<!high )(?<!level )(?<!levels )(?<!back )"
        rf"(?<!still )(?<!now )(?<!count )at\s+(?:age\s+)?(?!ten\b|eleven\b|twelve\b)"
        rf"(1[3-9]|[2-9]\d|{LARGE})(?!\w)" + _NOT_COUNTING,
        rf"\b(?:{_ROLE})\s*,\s*([1-9]\d)(?!\w)" + _NOT_COUNTING,
        rf"(?:^|[.!?]\s+)([1-9]\d|{LARGE})(?=\s*,\s*(?!is\b|or\b|too\b)[a-z]|\s+and\s+[a-z])",
    )
)
_OVER = re.compile(
    r"\b(?:people|adults?|anyone|someone|women|men|ladies|woman|man|lady|person|am|i'm|im|she's|he's)"
    rf"\s+(?:over|above|past)\s+(?:the age of\s+)?{NUMBER}" + _NOT_COUNTING,
    re.IGNORECASE,
)
_MONTHS = re.compile(
    rf"\b{NUMBER}\s*-?\s*(?:months?|mths?|mos?)\s*-?\s*(?:old|baby)\b"
    # "She's 14 months", but no "she's five months pregnant" and no "six months clean".
    rf"|\b(?:she's|shes|he's|hes|she is|he is|baby is|baby's)\s+(?:only\s+|just\s+|now\s+)?"
    rf"{NUMBER}\s*(?:months|mths|mos)\b(?=\s*(?:[,.!?;)]|$|and\b|now\b|today\b))",
    re.IGNORECASE,
)
_WEEKS = re.compile(rf"\b{NUMBER}\s*-?\s*(?:weeks?|wks?)\s*-?\s*(?:old|baby)\b", re.IGNORECASE)
_DECADE = re.compile(
    r"\b(?:in (?:my|her|his|their) (?:early |mid |mid-|late )?|(?:early|mid|late)[ -])(?:(\d)0'?s|("
    + "|".join(_DECADES)
    + r"))\b",
    re.IGNORECASE,
)

_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
_MOTHER_TO_BE = (
    "wife|girlfriend|partner|fiancee?|missus|daughter|sister|friend|niece|cousin|sister-in-law|"
    "daughter-in-law"
)
# "I'm 34 weeks and my calf locks", "32 wks gone", "30/40": nothing else is told so.
_WEEKS_ALONG = re.compile(
    r"\b(?:(?:i am|i'm|im|she is|she's|shes|this one's|this one is|now|currently|nearly|almost)"
    r"\s+(?:about\s+|only\s+)?"
    rf"{NUMBER}\s*-?\s*(?:weeks?|wks?|wk)\b"
    r"(?!\s*-?\s*(?:old|in|into|on|post|out|off|away|from|since|after|sober|clean|of|without|behind"
    r"|late|ago|to|till|until|before|with)\b)"
    r"|at\s+(?:[12]\d|3\d|4[0-2])\s*(?:weeks|wks)\b|(?:[12]\d|3\d)/40\b"
    rf"|{NUMBER}\s*-?\s*(?:weeks?|wks?|months?|mths?)\s*-?\s*(?:along|gone|preg\w*)\b"
    # "Wife 33 weeks": whoever else is told of so is a baby.
    rf"|\b(?:{_MOTHER_TO_BE})(?:'s|s|,)?\s+(?:now\s+|nearly\s+)?(?:[12]\d|3\d|4[0-2])\s*"
    r"(?:weeks|wks)\b(?!\s*-?\s*(?:old|in|into|on|post|out|off|away|from|since|after|ago|to|till|late))"
    # "I'm due in 9 weeks", "baby's due in May", but no "due in a week for my blood test".
    r"|(?:i am|i'm|im|she is|she's|shes|baby is|baby's|babys)\s+due\s+"
    rf"(?:any day|(?:in|on|at|this|next|around)\s+(?:about |a |the |{NUMBER} ?)?"
    rf"(?:weeks?|wks?|months?|spring|summer|autumn|christmas|{_MONTH}))\b(?!\s+(?:for|at|to)\b)"
    r"|my due date\b"
    # "38 wks, planning a home birth": nothing but the context tells of what.
    r"|^\W*(?:[6-9]|[12]\d|3\d|4[0-2])\s*(?:weeks|wks)\b(?=\W.*\b(?:births?|baby|midwife|midwives|"
    r"scan|bump|doula|labour|trimester|antenatal|kicking|labetalol|due)\b))",
    re.IGNORECASE | re.DOTALL,
)
PREGNANCY = "pregnancy"  # the condition's id in the knowledge base


# "The under-9s", "U12s": a team of children.
_TEAM = re.compile(r"\b(?:under|u)[ -]?(?:[5-9]|1[0-7])'?s\b", re.IGNORECASE)


def teams(text: str) -> Iterator[Found]:
    """Children named by the age they play under."""
    for match in _TEAM.finditer(text):
        yield Found("life_stage", "child", *match.span())


def ages(text: str) -> Iterator[Found]:
    """Ages in years as whole numbers; a decade ("in her eighties") counts as its middle."""
    taken: list[tuple[int, int]] = []

    def new(start: int, end: int) -> bool:
        if any(start < other_end and other_start < end for other_start, other_end in taken):
            return False
        taken.append((start, end))
        return True

    for match in _MONTHS.finditer(text):
        if new(*match.span()):
            yield Found("age", whole_number(match[1] or match[2]) // 12, *match.span())
    for match in _WEEKS.finditer(text):
        if new(*match.span()):
            yield Found("age", 0, *match.span())
    for pattern in _AGES:
        for match in pattern.finditer(text):
            years = whole_number(match[1])
            if 0 < years <= OLDEST and new(*match.span(1)):
                yield Found("age", years, *match.span(1))
    for match in _OVER.finditer(text):
        years = whole_number(match[1]) + 1
        if MIN_OVER <= years <= OLDEST and new(*match.span(1)):
            yield Found("age", years, *match.span(1))
    for match in _DECADE.finditer(text):
        if new(*match.span()):
            years = int(match[1]) * 10 + 5 if match[1] else _DECADES[match[2].lower()]
            yield Found("age", years, *match.span())


def pregnancies(text: str) -> Iterator[Found]:
    """Weeks or months told of a pregnancy, without the word for it."""
    for match in _WEEKS_ALONG.finditer(text):
        yield Found("condition", PREGNANCY, *match.span())
