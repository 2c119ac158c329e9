"""Whether a message speaks of taking, adding, mixing, swapping, buying or giving a product.

Whatever else it was taken for, who told of a medicine or an illness must then hear whom to ask.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from crampwise.entities import Found
from crampwise.knowledge.base import Knowledge

_PRODUCT = (
    r"(?:sachets?|powders?|granules|gumm(?:y|ies)|capsules?|caps|drops|mixture|mix|blend|shakes?|"
    r"cereals?|seasoning|supplements?|supps?|syrup|gels?|effervescents?|fizz(?:y|ies)?|lozenges?|"
    r"(?:cod|fish|krill|flax\w*|primrose) (?:liver )?oil|protein|antioxidants?|garlic|aloe|"
    r"(?:green|hibiscus|leaf|root) tea|"
    r"magnesia|laxatives?|shots?|chewables?|tonics?|remed(?:y|ies)|herb(?:s|al)?|"
    r"stacks?|pre-?workout|booster|spray|drinks?|"
    r"antacids?|indigestion \w+|heartburn \w+|vitamins?|minerals?|(?:swap|substitute|replacement|"
    r"alternative)s?)"
)
# "Those tablets from the health shop", but not "my tablets": these are what was told.
_TABLETS = (
    r"(?<!my )(?<!his )(?<!her )(?<!our )(?<!water )(?:tabs?|tablets?|pills?)"
    r"(?! (?:for|are|is|caus\w+|giv\w+|mak\w+) )"
)
# Kinds of things of which something is known.
_KNOWN = frozenset({"nutrient", "remedy", "food", "symptom", "timing", "form", "diet"})
_NAMED = frozenset({"nutrient", "remedy", "other_nutrient"})
_DOES = (
    r"(?:tak(?:e|es|ing|en)|took|add(?:s|ed|ing)?|mix(?:es|ed|ing)?|swap(?:s|ped|ping)?|"
    r"switch(?:es|ed|ing)?|replac(?:e|es|ed|ing)|buy(?:s|ing)?|bought|order(?:s|ed|ing)?|"
    r"giv(?:e|es|ing|en)|gave|have|has|having|had|tr(?:y|ies|ied|ying)|start(?:s|ed|ing)?|"
    r"us(?:e|es|ed|ing)|drink(?:s|ing)?|drank|sip(?:s|ping)?|pop(?:s|ping)?|neck(?:s|ing)?|"
    r"chuck(?:s|ing)?|sprinkl(?:e|es|ing)|stir(?:s|ring)?|bung(?:s|ing)?|put(?:s|ting)?|"
    r"shak(?:e|es|ing)|top(?:s|ped|ping)? up|doubl(?:e|es|ing)|up|dissolv(?:e|es|ing)|"
    r"swallow(?:s|ing)?|down(?:s|ed|ing)?|gulp(?:s|ed|ing)?|"
    r"go(?:es|ing)? (?:on|down)|get(?:s|ting)?|got|keep(?:s|ing)?|eat(?:s|ing)?|"
    r"wash(?:es|ing)?|fanc(?:y|ies|ied)|want(?:s|ed)?|recommend(?:s|ed)?|swear(?:s|ing)? by|"
    r"suggest(?:s|ed)?|post|"
    r"pick(?:s|ed|ing)? up|consider(?:s|ing)?|offer(?:s|ed)?|crush(?:es|ing)?)"
)
_PONDERS = (
    r"\b(?:ok|okay|alright|all right|safe|fine|worth|any good|any use|good (?:idea|plan)|"
    r"sensible|wise|what about|how about|instead|too much|harm(?:ful)?|hurt|better|healthier|"
    r"matter|mind|thoughts|yay|nay|reckon|need|"
    r"(?:should|shall|can|could|may|might) (?:i|we|he|she|they)|which|how (?:much|many)|when)\b"
)
_AMOUNT = (
    r"\b\d[\d.,]*\s?(?:mg|mcg|micrograms?|g|iu|units|k)?\b|\b(?:daily|nightly|"
    r"every (?:day|night|morning)|(?:a|per) (?:day|night|week)|at (?:night|bedtime)|before bed|"
    r"with (?:breakfast|lunch|dinner|food))\b"
)
_SPEAKS = re.compile(rf"\b{_DOES}\b|{_PONDERS}|{_AMOUNT}", re.IGNORECASE)
_OF_PRODUCT = re.compile(rf"\b(?:{_PRODUCT}|{_TABLETS})\b", re.IGNORECASE)
# "Which foods have it": what stands on a plate is another matter.
_FOODS = re.compile(
    r"\b(?:foods?|eat|eating|diet|fruits?|veg|vegetables?|meals?|snacks?|rich in|"
    r"sources?|high in)\b",
    re.IGNORECASE,
)
# A message that names a product and asks nothing has left out what is to be done with it.
_ASKS = re.compile(
    r"\b(?:what|which|why|how|who|does|do|did|is|are|explain|tell me)\b", re.IGNORECASE
)
# "Is rhodiola ok with that?", "should I grab Feroglobin": of something nobody here knows.
_MAY_I = re.compile(
    r"\b(?:can|could|may|might|should|shall) (?:i|we|he|she|they|my \w+) (?:also |still |safely )?"
    r"(?:take|try|use|start|grab|buy|order|drink|add|have)\b"
    r"(?! (?:a|an|another|it|them|that|this|these|those|one|both|all|any|some)\b)"
    r"|\b(?:is|are|would) (?!(?:it|that|this|there|they|you|these|those)\b)[\w' -]{3,40} "
    r"(?:ok|okay|safe|fine|alright|all right)\b"
    r"|^[\w' -]{3,30}[,:]? (?:yes or no|yay or nay|ok or not|safe|ok|okay) ?\?",
    re.IGNORECASE,
)
_OF_IT = re.compile(
    rf"\b{_DOES}\b(?: \w+){{0,3}}? "
    r"(?:it|them|em|'em|one|some|both|those|these|that|half|two|any|"
    r"a (?:couple|few|half|third|quarter|bit|sip|pinch))\b"
    r"|^\W*(?:just |only |maybe )?(?:the )?(?:one|two|half|a few|a couple|both)\b",
    re.IGNORECASE,
)
# "If I take a big dose", "the 500 mg ones", "two a day then?": an amount of what was named before.
_OF_DOSE = re.compile(
    rf"\b{_DOES}\b(?: \w+){{0,3}} dos(?:e|es|age)\b"
    r"|\b(?:which|what) (?:dose|dosage|strength)\b"
    r"|(?<!get )(?<!getting )\b(?:one|two|three|four|half|a couple|a few|\d+) "
    r"(?:a|per) (?:day|night)\b"
    r"|\b\d[\d.,]*\s?(?:mg|mcg|micrograms?|iu|units) "
    r"(?:ones?|tabs?|tablets?|pills?|caps|capsules?)\b",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\b(?:go|going|move|moving|step|bump|up|increase|increasing|take|taking) "
    r"(?:it |them |that |the dose |my dose )?(?:up |on )?to \d"
    r"|\b(?:up|double|doubling|triple|bump up) (?:it|them|that)\b"
    r"|\b(?:up|double|doubling|triple|bump up|raise|increase|increasing) "
    r"(?:the|my|his|her|their) dos(?:e|age)\b"
    r"|\b(?:take|taking|have|having) (?:more|double|twice as much|extra)(?: of (?:it|them|that))?"
    r"(?=\s*(?:[?.!,]|$))"
    r"|\b(?:higher|bigger|larger|stronger|big|large|mega) (?:dos(?:e|age)|one)\b"
    r"|^\W*(?:even |or )?(?:up )?to \d"
    r"|^\W*(?:or )?(?:\d{3,5}|\d{1,2},\d{3})\s?(?:mg|mcg|micrograms?|iu|units)?\W*$"
    r"|\bis (?:more|double|twice as much|\d+) (?:any )?better\b",
    re.IGNORECASE,
)
_AT_ONCE = (
    r"\b(?:together|all of them|the (?:whole )?lot|at once|side by side|(?:all )?in one|"
    r"(?:how )?(?:far|long) apart|(?:the )?same (?:time|sitting|meal|moment|glass)|"
    r"one (?:big )?(?:go|sitting|swallow|handful|gulp|mouthful))\b"
)
_AT_ONE_TIME = re.compile(_AT_ONCE, re.IGNORECASE)
_TOGETHER = re.compile(
    rf"{_AT_ONCE}|\b(?:both|them all|them|em|the two|the pair|combin\w+)\b", re.IGNORECASE
)


def takes(knowledge: Knowledge, text: str, mentions: Iterable[Found]) -> bool:
    """Whether `text`, with these names in it, speaks of taking a product that it names."""
    mentions = list(mentions)
    named = any(found.entity in _NAMED and not _is_done(knowledge, found) for found in mentions)
    if not any(found.entity in _KNOWN for found in mentions) and _MAY_I.search(text):
        return True
    product = bool(_OF_PRODUCT.search(text))
    if not (named or product) or (_FOODS.search(text) and not product):
        return False
    return bool(_SPEAKS.search(text)) or not _ASKS.search(text)


def takes_it(text: str) -> bool:
    """Whether `text` speaks of taking what was named before: "keep having both?"."""
    if _FOODS.search(text):
        return False
    it = _OF_IT.search(text) or _OF_DOSE.search(text) or takes_more(text)
    return bool(it or (_TOGETHER.search(text) and _SPEAKS.search(text)))


def takes_more(text: str) -> bool:
    """Whether `text` is on taking more of something: "ok to go up to 3?", "double it?"."""
    return bool(_MORE.search(text))


def takes_at_once(text: str) -> bool:
    """Whether `text` says in so many words that things are taken at one time."""
    return bool(_AT_ONE_TIME.search(text))


def takes_together(text: str) -> bool:
    """Whether `text` is on several things at one time: "in one go with breakfast?"."""
    return bool(_TOGETHER.search(text))


def _is_done(knowledge: Knowledge, found: Found) -> bool:
    """Whether it is a treatment that works by no product: stretching, a splint."""
    remedy = knowledge.remedies.get(str(found.value)) if found.entity == "remedy" else None
    return remedy is not None and not remedy.taken
