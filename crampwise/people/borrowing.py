"""Whether a message speaks of taking what was prescribed to somebody else, or left over."""

from __future__ import annotations

import re
from collections.abc import Iterable

from crampwise.entities import Found

_ANOTHER = (
    r"(?:friend|mate|neighbou?r|colleague|workmate|buddy|pal|next door|wife|husband|partner|hubby|"
    r"mum|mom|mother|dad|father|nan|gran|grandma|grandad|sister|brother|aunt|auntie|uncle|son|"
    r"daughter|cousin|boss|flatmate|roommate|girlfriend|boyfriend|somebody|someone)"
)
_PRESCRIBED = r"(?:tablets?|pills?|prescription|prescribed|meds?|medicines?|medication|capsules?)"
_TAKE = (
    r"(?:try|take|taking|took|use|using|used|have|had|having|borrow\w*|pinch\w*|nick\w*|swallow)"
)
_BORROWED = re.compile(
    # "My mate gave me his", "she offered me one of hers".
    r"\b(?:gave|given|gives|lent|lend|lends|offered|offers|offering|slipped|passed|shared?|sharing)"
    r" (?:it with |them with )?(?:me|us) (?:\w+ ){0,3}?(?:his|hers?|their|theirs)\b"
    # "Try my friend's", "borrow some of the neighbour's".
    rf"|\b{_TAKE} (?:\w+ ){{0,3}}?(?:my|our|the|a|an|his|her) (?:\w+ )?{_ANOTHER}(?:'?s'?|s')\b"
    # "My neighbour's tablets", "someone else's prescription".
    rf"|\b{_ANOTHER}(?:'s|s'| else'?s) (?:old |spare |leftover |left over )?(?:\w+ )?{_PRESCRIBED}"
    r".*\b(?:for me|can i|could i|should i|may i|i (?:take|try|use|took|tried|have)|for my)\b"
    r"|\b(?:can|could|should|may|might|if|shall) i (?:\w+ ){0,3}?(?:someone|somebody) else'?s\b"
    # What lies in the drawer: prescribed long ago, perhaps to another.
    r"|\b(?:old|leftover|left[- ]over|expired|out[- ]of[- ]date|spare) (?:\w+ )?"
    r"(?:quinine|prescription|prescribed)\b",
    re.IGNORECASE,
)
_ANY = re.compile(rf"\b{_PRESCRIBED}\b", re.IGNORECASE)
_ON_SALE = frozenset({"food", "nutrient"})  # nobody needs a prescription for these


def borrowed(text: str, mentions: Iterable[Found]) -> bool:
    """Whether `text`, with these names in it, is on somebody else's or an old prescription."""
    match = _BORROWED.search(text.replace("’", "'"))
    if match is None:
        return False
    named = [found for found in mentions if found.entity in ("medicine", "remedy", "nutrient")]
    medicines = [found for found in named if found.entity == "medicine" or found.value == "quinine"]
    on_sale = any(found.entity in _ON_SALE for found in named) and "prescri" not in text.lower()
    return bool(medicines) or (bool(_ANY.search(text)) and not on_sale)
