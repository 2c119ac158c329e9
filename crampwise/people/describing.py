"""Says in a few words what is known of a person: "a woman of 70, taking water tablets"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio

from crampwise.answers.types import Profile
from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.schema import Medicine
from crampwise.people.words import SELF, STRANGERS

GROWN = 18  # years from which somebody is a man or a woman
SHORTEST_NAME = 5  # letters; shorter ones are abbreviations of a class (PPI, ARB)
ONE_SPELLING = 80  # likeness, 0 to 100, from which two names are spellings of one
_BRACKETS = re.compile(r"\s*\([^)]*\)")


def described(knowledge: Knowledge, profile: Profile, person: str = SELF) -> str:
    """The facts of `profile`, or an empty text. Of others only what their name does not say."""
    words = knowledge.wording
    states = [
        words[key]
        for key in (f"is_{name}" for name in (*profile.conditions, profile.diet))
        if key in words
    ]
    medicines = [name for told in profile.medicines for name in names(knowledge, profile, told)]
    illnesses = [
        _plain(knowledge.conditions[name].name)
        for name in profile.conditions
        if name in knowledge.conditions and f"is_{name}" not in words
    ]
    parts = [_who(knowledge, profile, person), *dict.fromkeys(states)]
    if medicines:
        parts.append(words["person_taking"].format(medicines=listed(knowledge, medicines)))
    if illnesses:
        parts.append(words["person_with"].format(conditions=listed(knowledge, illnesses)))
    return ", ".join(part for part in parts if part)


def addressed(knowledge: Knowledge, profile: Profile, person: str = SELF) -> str:
    """Whom an answer is for: "For your mother, 82, taking warfarin"; empty when nothing is "
    "known."""
    facts = described(knowledge, profile, person)
    if not facts:
        return ""
    if person == SELF:
        return knowledge.wording["for_you"].format(facts=facts)
    name = person_name(knowledge, profile, person)
    return knowledge.wording["for_person"].format(person=name, facts=facts)


def person_name(knowledge: Knowledge, profile: Profile, person: str) -> str:
    """How to speak of somebody else: "your mother"; of a stranger's child by its age."""
    if person in STRANGERS and profile.age is not None and profile.age < GROWN:
        return knowledge.wording["young_stranger"]
    return knowledge.people[person].name


def names(knowledge: Knowledge, profile: Profile, medicine: str) -> list[str]:
    """How to speak of a medicine: by the names it was told by, else by that of its class."""
    known = knowledge.medicines.get(medicine)
    if known is None:
        return []
    told = [_proper(known, name) for identity, name in profile.called if identity == medicine]
    return list(dict.fromkeys(name for name in told if name)) or [_plain(known.name)]


def _proper(medicine: Medicine, told: str) -> str:
    """The name on a packet that was told, spelt right; empty for a lay or a class name.

    Of an entry's aliases the right spellings stand before the wrong ones.
    """
    name = told.lower()
    of_class = medicine.name.lower()
    if name.removesuffix("s") in of_class or ratio(of_class, name) >= ONE_SPELLING:
        return ""
    if " " in name or len(name) < SHORTEST_NAME:
        return ""
    known = [alias for alias in medicine.aliases if " " not in alias]
    if name in map(str.lower, known):
        # Esomeprazole is no slip of omeprazole: of two names on the list one letter may be wrong.
        like = (alias for alias in known if OSA.distance(alias.lower(), name) <= 1)
    else:
        like = (alias for alias in known if ratio(alias.lower(), name) >= ONE_SPELLING)
    right = next(like, name)  # none is like it where it was known by its ending or from its dose
    return told if right.lower() == name and not told.isupper() else right


def _who(knowledge: Knowledge, profile: Profile, person: str) -> str:
    words = knowledge.wording
    named = knowledge.people[person]
    if person != SELF and (named.words or named.owned):
        return _years(profile.age, words) if profile.age is not None else ""
    young = profile.age is not None and profile.age < GROWN
    names = {"female": "girl", "male": "boy"} if young else {"female": "female", "male": "male"}
    who = names.get(profile.sex or "")
    if profile.age is not None and who:
        return words["person_of"].format(who=words[f"who_{who}"], age=_years(profile.age, words))
    if profile.age is not None:
        return words["person_aged"].format(age=_years(profile.age, words))
    if person in STRANGERS:
        return ""  # "the man you ask for" says it
    if who is None and f"who_{profile.life_stage}" in words:
        who = profile.life_stage
    return words[f"who_{who}"] if who else ""


def _years(age: int, words: Mapping[str, str]) -> str:
    return str(age) if age else words["age_of_an_infant"]


def listed(knowledge: Knowledge, names: Iterable[str]) -> str:
    """The names in a row: "ramipril, metformin and furosemide"."""
    *first, last = names
    if not first:
        return last
    return knowledge.wording["list_and"].format(first=", ".join(first), last=last)


def _plain(name: str) -> str:
    """A name without its explanation: "water tablets (diuretics)" is "water tablets"."""
    return _BRACKETS.sub("", name)
