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
    found = advised(knowledge, flag, text)
    if found is None and (medicine or _MEDICINE.search(text)):
        own = next(filter(_ON_YOUR_OWN.search, _said_first(flag)), None)
        return own or knowledge.wording["advice_medicine"]
    return found


def advised(knowledge: Knowledge, flag: RedFlag, text: str) -> str | None:
    """The same, of medicines nothing."""
    for topic in knowledge.danger_advice.values():
        if topic.asked.in_text(text):
            found = next(filter(topic.said.in_text, _said_first(flag)), None)
            if found:
                return found
    return None


def forbidden(flag: RedFlag) -> list[str]:
    """What `flag`'s answer says not to do, sentence by sentence."""
    return [said for said in sentences(flag.answer.text) if _FORBIDS.match(said)]


def _said_first(flag: RedFlag) -> list[str]:
    return sorted(sentences(flag.answer.text), key=lambda said: not _FORBIDS.match(said))
