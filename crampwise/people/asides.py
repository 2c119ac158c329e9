"""Whoever is named only as one who says, finds, gives or does something beside the question."""

from __future__ import annotations

import re

# "She found a D3 with K2", "my wife can hear it", "he raves about it": none of them takes it.
_FINDS = re.compile(
    r"(?:'s| has| had| have|'ve| just| also| can| once)*(?: \w+ly)?(?: just)? "
    r"(?:(?:find|found|finds|spotted|saw|seen|googled|researched|chose|picked|ordered|orders|"
    r"recommended|recommends|suggested|suggests|pointed out) "
    r"(?:me |us )?(?:an?|some|the|this|that|these|those|it|them|one|online|on|tablets|pills|"
    r"capsules|drops|powders?)\b"
    r"(?! (?:\w+ ){0,5}(?:helps?|helped|eas\w+|works?|worked) (?:her|him)\b)"
    r"|(?:makes?|made|brews?|brewed|grows?) (?:herbal|home\w*|his own|her own|up)\b"
    r"|(?:swears?|swore|raves?|raved|goes on|keeps on|is on) (?:by|about|on about)\b"
    r"|(?:came|come|stumbled) (?:across|upon|on)\b|heard (?:about|of)\b"
    r"|(?:read|reads|looked|looks|was reading|is reading)"
    r" (?:\w+ )?(?:up|about|of|that|on|this|it|online)\b"
    r"|(?:hear|see|read) (?:it|this|that|you|me|us)\b|(?:is|are) (?:listening|typing|reading)\b"
    r"|(?:typed|types|typing|wrote|writes|writing) (?:it|this|that|in|for|down)\b"
    r"|(?:wants?|wanted|would like|'d like) (?:me )?to (?:know|hear)"
    r"(?= (?:if|whether|may|can|could|should|is|what|which) (?:i|it|we)\b)"
    r"|(?:sent|showed|shows|gave|gives|got|bought|brought) (?:me|us)\b)",
    re.IGNORECASE,
)
_THEY = re.compile(r"\b(?:s?he|his|him|hers?|s?he's|s?hes)\b", re.IGNORECASE)
_OF_OWN = re.compile(r"[^.?!;]*\bfor (?:her|him|them)sel(?:f|ves)\b", re.IGNORECASE)
# "My daughter says bananas", "the wife bought me some": they advise or give, and are not the ones
# with the cramps.
_SAYS = re.compile(
    r"(?:'s| has| have)?(?: \w+ly)?\s+(?:says?|said|told|tells|thinks?|thought|reckons?|swears?|"
    r"recommend\w*|suggest\w*|gave|mentioned|keeps telling|is worried|asked|asks|wants me|"
    r"(?:bought|got|gets|buys|brought|brings|made|makes|sent|sends|given|gives|handed|offered|offers|"
    r"slipped|slips|ordered|left|lent|(?:is|keeps) giving) (?:me|us)|(?:is )?giving\b|"
    r"(?:bought|ordered|picked up) (?:an?|some|the|this|these)\b(?!.*\b(?:s?he|his|him|her|them))|"
    r"put|puts|putting|adds|added|filled|fills|cooks|cooked|swapped|sprinkled|sprinkles)\b",
    re.IGNORECASE,
)
# "Tablets from my mum", "without my mum", "like my mum".
_ASIDE = ("from ", "without ", "like ")
# "Is mum right?": of what somebody says, and not of her legs.
_IS = re.compile(r"\b(?:is|was) $", re.IGNORECASE)
_RIGHT = re.compile(r" (?:right|wrong|correct|mistaken|joking|pulling)\b", re.IGNORECASE)
# "My gym mate drinks a litre of it, should I": somebody who sets the example.
_SETS_EXAMPLE = re.compile(
    r"\s+(?:takes|uses|drinks|has|eats|pops|necks|(?:is )?(?:on|into)|lives on|loves)\b"
    r"(?=.*(?:\b(?:can|could|should|shall|may|would|might) (?:i|we)\b|\bfor me\b|\bme too\b|"
    r"\bcop(?:y|ying)\b|\bsame for\b|\bi(?:'d| would)? (?:try|fancy)\b|"
    r"[.,;?!-]\s*(?:take|try|drink|use|join) (?:it|them|some|one|in)\s*\?))",
    re.IGNORECASE | re.DOTALL,
)

# What a person says of themselves while asking for somebody else: "can I give her", "tell me",
# "I think", "my question".
ONLY_ASKING = re.compile(
    r"\b(?:can|could|should|do|may|must|would|if|how|what) (?:i|we) "
    r"(?:give|buy|feed|help|make|offer|cook|tell|order)\b"
    r"|\b(?:can|could|should|may) we (?:fill|use|swap|switch|add|put|get|try)\b"
    r"|\bi(?:'d| would)? (?:(?:want|need|like) to (?:know|ask|understand|find|check|give|help)|"
    r"think|wonder|guess|suppose|believe|mean|meant|read|heard|know|look after|care for|asked|"
    r"said|was asking|am asking|am worried|worry|give|gave)\b"
    r"|\b(?:i'm|im) (?:worried|asking|wondering|caring|looking after|concerned)\b"
    r"|\b(?:tell|give|show|let|remind|ask|asks|asked|asking|help|with|worries) me\b"
    r"|\b(?:pinch|nick|steal|stole|sneak|snuck|swip|raid|borrow)(?:e?s|ed|ing|e)? (?:some of )?my\b"
    r"|\b(?:takes|uses|pops|drinks|(?:keeps|won'?t stop|(?:he|she)(?:'s| is| has) (?:been )?)"
    r" ?(?:taking|using|having|drinking)) (?:some of )?(?:my|our)\b"
    r"|\b(?:some|half|quarter|bit|one|part|any) of (?:my|our)\b(?! kidneys?)"
    r"|\bi(?:'d|'ll| (?:was|am) going to|'m going to| would| will| could| might| can)? "
    r"(?:buy|bought|order|ordered|pick up|picked up|get (?:it|them|both|some|one) (?:from|off|at)|"
    r"(?<=to )get (?:it|them|both|some|one))\b"
    r"|\bmy (?:question|doctor|gp|pharmacist|concern|worry|point|family|first|last|next)\b",
    re.IGNORECASE,
)


def finds(text: str, end: int) -> bool:
    """Whether who is named up to `end` only finds, orders, praises or reads of a product."""
    after = text[end:]
    return bool(_FINDS.match(after)) and not _OF_OWN.match(after)


def is_aside(text: str, start: int, end: int) -> bool:
    """Whether the message is not about whoever it names at `start` to `end`."""
    before, after = text[:start], text[end:]
    doubted = _IS.search(before) and _RIGHT.match(after)
    sets = _SAYS.match(after) or _SETS_EXAMPLE.match(after)
    # "Mum saw it advertised, and she is on warfarin" goes on to speak of her.
    told_of = any(not finds(after, they.end()) for they in _THEY.finditer(after))
    helps = finds(text, end) and not told_of
    return bool(before.lower().endswith(_ASIDE) or doubted or sets or helps)
