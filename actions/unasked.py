"""What a message names and does not ask about: another's pregnancy, one's own diet, who buys it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from actions.memory import PRODUCTS
from crampwise.answers.types import Question
from crampwise.entities import Found
from crampwise.knowledge.shared import knowledge
from crampwise.people import SELF, Told
from crampwise.people.asides import is_aside
from crampwise.people.clauses import not_now
from crampwise.people.told import ILL, Facts

OF_ILLNESS = frozenset({"condition", "medicine_cause", "interactions", "pregnancy"})  # intents
PREGNANCY = "pregnancy"  # the intent, and the condition
_MINE = re.compile(
    r"\bnot me\b|\b(?:i have|i've got|ive got|i get|i've had|i am having|i'm having)\b.*\bcramp"
    r"|\b(?:i'm|im|i am) the one\b|\bmy own cramp"
    r"|\b(?:for me|myself)\b|\bwhy (?:don'?t|not|can'?t|shouldn'?t) i\b"
    r"|\b(?:can|could|may|should) i (?:\w+ )?(?:take|have|try|use|buy|drink)\b"
    r"(?! .*\b(?:her|for my)\b)",
    re.IGNORECASE,
)
_WAS_PREGNANT = re.compile(r"\b(?:was|were) (?:\w+ ){0,3}(?:pregnant|expecting)\b", re.IGNORECASE)
_BABY = r"\b(?:baby|babies|newborns?|infants?)\b"
_GIVEN_TO_BABY = re.compile(
    rf"\bgiv(?:e|ing)\b.*{_BABY}|{_BABY}\s+(?:have|take|drink|eat|get|need|be given)\b",
    re.IGNORECASE,
)


def less_asides(question: Question, text: str, mentions: Iterable[Found]) -> Question:
    """ "The kids bought me iron" asks nothing of children."""
    stages = (found for found in mentions if found.entity == "life_stage")
    aside = any(is_aside(text, found.start, found.end) for found in stages)
    return less_of(question, "life_stage") if aside else question


def less_nobodys(question: Question, text: str, mentions: Iterable[Found]) -> Question:
    """ "I'm a dialysis nurse, magnesium for me?" asks of magnesium, and of no dialysis.

    As is where no product is asked about, as it may then be what the question is on.
    """
    if not any(question.all(kind) for kind in PRODUCTS):
        return question
    told = [
        found
        for found in mentions
        if found.entity in question.entities
        and found.entity in ILL
        and not_now(text, found.start, found.end)
    ]
    for found in told:
        question = less(question, found.entity, str(found.value))
    if not told or question.intent not in OF_ILLNESS or any(question.all(kind) for kind in ILL):
        return question
    return _read_otherwise(question, OF_ILLNESS, "supplements")


def for_a_baby(question: Question, text: str) -> Question:
    """ "Can I give my baby magnesium" is about a child, though "baby" is a word of pregnancies."""
    given = question.intent == "pregnancy" and _GIVEN_TO_BABY.search(text)
    return replace(question, intent="age_group") if given else question


def expecting_another(question: Question, text: str, told: Told) -> Question:
    """ "My sister is pregnant, not me. I have cramps" asks of cramps, and of no pregnancy.

    Nor does "magnesium helped when she was pregnant" of one that is over.
    """
    if question.intent != PREGNANCY:
        return question
    others = (facts for person, facts in told.facts.items() if person != SELF)
    hers = any(PREGNANCY in facts.get("condition", ()) for facts in others)
    mine = PREGNANCY in told.facts.get(SELF, {}).get("condition", ())
    own = told.person == SELF and _MINE.search(text)
    over = PREGNANCY not in question.all("condition") and _WAS_PREGNANT.search(text)
    if mine or not (over or (hers and own)):
        return question
    otherwise = "supplements" if question.all("nutrient") else "causes"
    question = less(question, "condition", PREGNANCY)
    return replace(_read_otherwise(question, {PREGNANCY}, otherwise), confidence=1.0)


def _read_otherwise(question: Question, intents: Collection[str], otherwise: str) -> Question:
    """The question by its likeliest reading that is none of `intents`; without one, `otherwise`."""
    others = tuple(r for r in question.readings if r.intent not in intents)
    return replace(question, intent=others[0].intent if others else otherwise, readings=others)


def with_own_diet(question: Question, told: Facts) -> Question:
    """A diet told of the person counts as theirs, so that the answer says it was heard."""
    diet = question.first("diet")
    if diet not in told.get("diet", ()) or knowledge().diets[str(diet)].at_most:
        return question
    return less(question, "diet", str(diet))


def less(question: Question, entity: str, value: str) -> Question:
    """The question without one value of an entity."""
    values = tuple(other for other in question.all(entity) if other != value)
    rest = less_of(question, entity)
    return replace(rest, entities={**rest.entities, entity: values}) if values else rest


def less_of(question: Question, entity: str) -> Question:
    """The question without any value of an entity."""
    rest = {name: told for name, told in question.entities.items() if name != entity}
    return replace(question, entities=rest)
