"""Two questions in one message: "how much magnesium do I need, and which foods have it?"."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.cues import cue
from actions.fitting import OF_ANY_NUTRIENT
from crampwise.answers.types import Question
from crampwise.knowledge.shared import knowledge

GRADES = ("good", "some", "weak", "none", "against")  # of a link with cramps, strongest first
WATER = "water"  # the remedy that others are stirred into
PAIR = 2  # of more than two things the first answer has to do
SECOND_FROM = 0.12  # probability from which the second reading of a two-part message counts
_ASKED = "how|what|which|can|should|is|are|do|does|when|why"
_ASKING = rf"(?:{_ASKED}|could|will|would|where)\b"  # the last ones may go on from a comma
# Where one question ends and another may begin.
_JOINT = re.compile(
    rf"[?;.!]\s+|,?\s+(?:and|also|plus|or)\s+(?=(?:also |then )?{_ASKING})|,\s*(?=(?:{_ASKED})\b)",
    re.IGNORECASE,
)
_ASKS = re.compile(rf"\b{_ASKING}", re.IGNORECASE)
# Of these two may be named in one question, and each has its own answer.
_PAIRS = {"remedy": "remedy", "medicine_cause": "medicine", "condition": "condition"}

# Tablets set against a food, each with an answer of its own.
_OF_EITHER = frozenset({"food_content", "supplements", "compare_nutrients"})
_AGAINST = re.compile(r"\b(?:vs|versus|or|better than|instead of|rather than)\b", re.IGNORECASE)
_TABLETS = re.compile(r"\b(?:tab(?:let)?s?|pills?|supplements?|capsules?)\b", re.IGNORECASE)


def parts(question: Question, text: str) -> tuple[Question, ...]:
    """The one or two questions of a message, in the order of asking."""
    if question.red_flag or question.eaten:
        return (question,)
    kind = _PAIRS.get(question.intent)
    named = _named(question, kind) if kind else ()
    own = _own_medicines(question) if question.intent == "medicine_cause" and not named else ()
    if len(own) == PAIR:
        # "Could my tablets be doing it?" asks of each that was told.
        return tuple(
            replace(question, profile=replace(question.profile, medicines=(name,))) for name in own
        )
    against = _tablets_and_food(question, text)
    if against:
        return against
    if kind and len(named) == PAIR:
        rest = {name: told for name, told in question.entities.items() if name != "food"}
        return tuple(replace(question, entities={**rest, kind: (name,)}) for name in named)
    clauses = [part for part in _JOINT.split(text) if _ASKS.search(part)]
    if len(clauses) < 2:
        return (question,)
    likely = [r.intent for r in question.readings if r.confidence >= SECOND_FROM]
    worded = [meaning for meaning in map(cue, clauses) if meaning in OF_ANY_NUTRIENT]
    if question.intent in ("interactions", "pregnancy"):
        # "Is it safe with ramipril?" (or for the baby) is the same question in other words.
        worded = [meaning for meaning in worded if meaning != "too_much"]
    others = (intent for intent in (*worded, *likely) if intent != question.intent)
    second = next(others, None)
    if second is None:
        return (question,)
    both = (question, replace(question, intent=second, confidence=1.0))
    return both[::-1] if worded and worded[0] == second else both


def _own_medicines(question: Question) -> tuple[str, ...]:
    """The medicines a person told of, those most clearly linked with cramps first, two at most."""
    if "nutrient" in question.entities:
        return ()
    about = {
        name: knowledge().medicines[name].about
        for name in question.profile.medicines
        if name in knowledge().medicines
    }
    unlinked = knowledge().cramp_check.unlinked  # their proof is on something else than cramps
    strength = {
        name: GRADES.index(passage.evidence.grade)
        if passage.evidence and name not in unlinked
        else len(GRADES)
        for name, passage in about.items()
    }
    return tuple(sorted(about, key=lambda name: strength[name])[:PAIR])


def _tablets_and_food(question: Question, text: str) -> tuple[Question, ...]:
    """ "Electrolyte tabs vs bananas": what is known of the tablets, and what the food holds."""
    foods, nutrients = question.all("food"), question.all("nutrient")
    if question.intent not in _OF_EITHER or not (foods and nutrients and _AGAINST.search(text)):
        return ()
    known = [knowledge().nutrients[name] for name in nutrients if name in knowledge().nutrients]
    if not _TABLETS.search(text) and not any(nutrient.members for nutrient in known):
        return ()
    # "Electrolyte tabs" name a remedy, too: asked is of what they hold.
    rest = {n: told for n, told in question.entities.items() if n not in ("food", "remedy")}
    tablets = replace(question, intent="supplements", confidence=1.0, entities=rest)
    single = tuple(nutrient.id for nutrient in known if not nutrient.members)
    rest = {"food": foods, **({"nutrient": single} if single else {})}
    return tablets, replace(question, intent="food_content", confidence=1.0, entities=rest)


def _named(question: Question, kind: str) -> tuple[str, ...]:
    """What was named of a kind; a food that is also a treatment (mustard) counts as one."""
    if kind != "remedy":
        return question.all(kind)
    foods = (name for name in question.all("food") if name in knowledge().remedies)
    named = tuple(dict.fromkeys((*question.all(kind), *foods)))
    # "Cream of tartar in water" is one thing: what is stirred in.
    stirred = any(
        knowledge().remedies[name].holds for name in named if name in knowledge().remedies
    )
    return tuple(name for name in named if not (stirred and name == WATER))
