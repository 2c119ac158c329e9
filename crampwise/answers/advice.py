"""The sentence of a danger's advice on what is asked after it: to rub, to drive, to drink."""

from __future__ import annotations

import re

from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.dangers import RedFlag
from crampwise.knowledge.sentences import sentences

_MEDICINE = re.compile(r"\b(?:pills?|tablets?|medicines?|medication|meds)\b", re.IGNORECASE)
_ON_YOUR_OWN = re.compile(r"\bmedicine on your own\b")
_FORBIDS = re.compile(r"^(?:Do not|(?:Drink|Take|Give|Have) no)")


def advice(knowledge: Knowledge, flag: RedFlag, text: str, medicine: bool) -> str | None:
    """What `flag`'s answer says on what `text` asks; None where it says nothing of it.

    `medicine`: a medicine is named. None may be stopped or begun, whatever the danger is.
    """
    said_first = sorted(sentences(flag.answer.text), key=lambda s: not _FORBIDS.match(s))
    for advised in knowledge.danger_advice.values():
        if advised.asked.in_text(text):
            found = next(filter(advised.said.in_text, said_first), None)
            if found:
                return found
    if medicine or _MEDICINE.search(text):
        own = next(filter(_ON_YOUR_OWN.search, said_first), None)
        return own or knowledge.wording["advice_medicine"]
    return None
