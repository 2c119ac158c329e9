"""What no text and no answer may say."""

from __future__ import annotations

import re

from crampwise.knowledge.checks.texts import PERSONAL_DOSE, STOP_MEDICINE

ILLS = r"(?:clot|dvt|stroke|infection|deficien\w+|heart attack|pre-eclampsia|cancer|neuropathy)"
NEVER = {
    "names an illness as certain": re.compile(
        rf"\b(?:you|your child) (?:have|has|are having|suffer from|must have|clearly have|"
        rf"definitely have) (?:an? |the )?{ILLS}\b(?! or\b)|\byou are deficient\b",
        re.IGNORECASE,
    ),
    "tells a person what dose to take": PERSONAL_DOSE,
    "tells a person to stop a medicine": STOP_MEDICINE,
    "names an amount that kills": re.compile(
        r"\b(?:lethal|fatal|deadly) (?:dose|amount|level)s? (?:is|are|of|for)\b[^.]*\d"
        r"|\d[\d,.]* ?(?:mg|g|grams|tablets|pills)\b[^.]{0,30}\b(?:is|are|can be|may be) "
        r"(?:lethal|fatal|deadly|enough to kill)",
        re.IGNORECASE,
    ),
    "promises a cure": re.compile(
        r"\b(?:will (?:cure|fix|stop your cramps|end your cramps)|guaranteed? to|"
        r"(?:is|are) a (?:sure|certain|guaranteed) (?:cure|remedy)|never cramp again|"
        r"cures? (?:leg )?cramps)\b",
        re.IGNORECASE,
    ),
    "writes a limit with an angle bracket": re.compile("[<>]"),
}
# "No supplement cures cramps" is what should be said.
DENIED = re.compile(r"\b(?:no|not|never|nothing|none|neither|without)\b[^.]*$", re.IGNORECASE)


def faults(text: str) -> list[str]:
    """What is wrong with a text."""
    return [
        name
        for name, pattern in NEVER.items()
        for match in pattern.finditer(text)
        if not (name == "promises a cure" and DENIED.search(text[: match.start()]))
    ]
