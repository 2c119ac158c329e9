"""How sentences may be written: once, short, with no dose and no word to stop a medicine."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.checks.facts import facts
from crampwise.knowledge.errors import Problem
from crampwise.knowledge.schema import MAX_SHORT_SENTENCES
from crampwise.knowledge.sentences import sentences

PERSONAL_DOSE = re.compile(
    r"\b(?:you should take|take|start with|try)\s+(?:up to\s+)?\d[\d,.]*\s*(?:mg|mcg|iu|g|grams)\b",
    re.IGNORECASE,
)
STOP_MEDICINE = re.compile(
    r"(?<!not )(?<!never )(?<!n't )\b(?:stop|quit|come off) (?:taking )?your "
    r"(?:medicine|medication|tablets?|pills?|statin|diuretic|drug)s?",
    re.IGNORECASE,
)


def texts(knowledge: Knowledge) -> Iterator[Problem]:
    """Texts that stand twice, are too long, or say what may not be said."""
    seen: dict[str, str] = {}
    for file, key, text, _ in facts(knowledge):
        place = f"{file} {key}"
        if text in seen:
            yield Problem(file, key, f"stands already at {seen[text]}")
        seen[text] = place
        if PERSONAL_DOSE.search(text):
            yield Problem(file, key, "tells a person what dose to take")
        if STOP_MEDICINE.search(text):
            yield Problem(file, key, "tells a person to stop a medicine")
    for file, key, passage in knowledge.passages():
        if len(sentences(passage.short.text)) > MAX_SHORT_SENTENCES:
            yield Problem(file, f"{key}.short", f"has more than {MAX_SHORT_SENTENCES} sentences")
    for measure in knowledge.measures.values():
        for number, band in enumerate(measure.blood.bands if measure.blood else (), start=1):
            if len(sentences(band.text)) > MAX_SHORT_SENTENCES:
                key = f"{measure.id}.blood.bands.{number}"
                yield Problem("measures.yml", key, f"has more than {MAX_SHORT_SENTENCES} sentences")
