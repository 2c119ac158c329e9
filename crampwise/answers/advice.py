"""The sentence of a danger's advice on what is asked after it: to rub, to drive, to drink."""

from __future__ import annotations

import re

from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.dangers import RedFlag
from crampwise.knowledge.sentences import sentences

# What a message asks of, and the words of a sentence that answers it. The first that has one wins.
_ASKED = tuple(
    (re.compile(asked, re.IGNORECASE), re.compile(said))
    for asked, said in (
        (r"\b(?:massag|rub|stretch|knead|foam roll|squeez)", r"\b(?:massage|rub|stretch)\b"),
        (r"\b(?:driv|drove|by car|my car)", r"\bdrive\b"),
        (r"\b(?:vomit|throw(?:ing)? up|be(?:ing)? sick|bring it up)", r"\bvomit\b"),
        (r"\b(?:potassium|salt)", r"\b[Tt]ake no (?:potassium|supplement)\b"),
        (r"\b(?:drink|drank|sip|water|fluid|eat|food|snack)", r"\b(?:[Dd]rinks?|sips|eat|mouth)\b"),
        (r"\b(?:heat|warm|hot water|hot bath)", r"\b(?:warm|heat)\b"),
        (r"\b(?:exercis|gym|train|run|walk|work ?out)", r"\b(?:exercising|rest|keep still)\b"),
        (r"\b(?:wrap|bandag|strap)", r"\bwrap\b"),
    )
)
_MEDICINE = re.compile(r"\b(?:pills?|tablets?|medicines?|medication|meds)\b", re.IGNORECASE)
_ON_YOUR_OWN = re.compile(r"\bmedicine on your own\b")
_FORBIDS = re.compile(r"^(?:Do not|(?:Drink|Take|Give|Have) no)")


def advice(knowledge: Knowledge, flag: RedFlag, text: str, medicine: bool) -> str | None:
    """What `flag`'s answer says on what `text` asks; None where it says nothing of it.

    `medicine`: a medicine is named. None may be stopped or begun, whatever the danger is.
    """
    said_first = sorted(sentences(flag.answer.text), key=lambda s: not _FORBIDS.match(s))
    for asked, said in _ASKED:
        if asked.search(text):
            found = next(filter(said.search, said_first), None)
            if found:
                return found
    if medicine or _MEDICINE.search(text):
        own = next(filter(_ON_YOUR_OWN.search, said_first), None)
        return own or knowledge.wording["advice_medicine"]
    return None
