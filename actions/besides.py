"""The question in a message that tells of somebody, too: "Which foods have it? I'm vegan"."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.cues import cue
from actions.fitting import OF_ANY_NUTRIENT
from actions.leaning import LONGER_ELLIPSIS, NEED_A_NAME
from actions.memory import PRODUCTS, Before
from actions.several import SECOND_FROM
from actions.unasked import less_of
from crampwise.answers import asking_back
from crampwise.answers.types import Question
from crampwise.people.taking import takes_at_once, takes_more, takes_together
from crampwise.people.told import Facts

# What is asked of "it" whatever is told along with the question.
_OF_IT = frozenset(
    {
        "foods",
        "food_content",
        "supplements",
        "dose",
        "too_much",
        "interactions",
        "testing",
        "pregnancy",
    }
)
_IT = re.compile(r"\b(?:it|them|those)\b", re.IGNORECASE)
_ASKING = r"(?:how|what|which|can|could|should|may|shall|is|are|do|does|would|where)\b"
_CLAUSE = re.compile(
    r"[.;?!]+\s*|,\s*|\s+(?=(?:i'm|im|i am|i don'?t|i take|my) )"
    rf"|\s+(?:so|and|but)\s+(?={_ASKING})|\b(?:wants?|would like|'d like) to know\s+"
    r"(?:(?:if|whether)\s+)?",
    re.IGNORECASE,
)
_ASKS = re.compile(
    rf"^\W*(?:(?:and|so|but|then) )*(?!what about|how about){_ASKING}", re.IGNORECASE
)

LONGEST_ORDER = 14  # words of "ok so I'll order mum a thousand microgram tablet, once a day?"


def asking(text: str) -> str | None:
    """The first clause that asks something itself; None in one that tells, or goes on from before.

    "What about my wife? She's 60" asks what was asked before.
    """
    return next((part for part in _CLAUSE.split(text) if _ASKS.search(part)), None)


def asked(question: Question, text: str) -> Question | None:
    """What a message asks that was taken for one that only tells; None when nothing clear."""
    clause = asking(text)
    if clause is None or question.red_flag:
        return None
    likely = question.readings[0] if question.readings else None
    meant = cue(clause)
    if meant not in OF_ANY_NUTRIENT:
        meant = likely.intent if likely and likely.confidence >= SECOND_FROM else None
    return replace(question, intent=meant, confidence=1.0) if meant else None


def stands_alone(question: Question, text: str) -> bool:
    """Whether the message asks something itself, and of a thing that it names."""
    named = any(thing in question.entities for thing in PRODUCTS)
    return named and asking(text) is not None


def of_it(question: Question, text: str, before: Before | None) -> Question | None:
    """The question with what "it" was before; None when it says no "it", or names a thing."""
    clause = asking(text)
    if clause is None or before is None or question.red_flag or question.intent not in _OF_IT:
        return None
    short = len(clause.split()) <= LONGER_ELLIPSIS and _IT.search(clause)
    if not short or any(thing in question.entities for thing in PRODUCTS):
        return None
    old = {name: before.entities[name] for name in PRODUCTS if name in before.entities}
    return replace(question, entities={**old, **question.entities}) if old else None


def of_lately(question: Question, text: str, before: Before | None) -> Question | None:
    """ "So what mg", of the supplement spoken of before something else; None for all else."""
    lately = question.lately.get("nutrient", ())
    named = any(thing in question.entities for thing in (*PRODUCTS, "symptom", "body_part"))
    words = len(text.split())
    asks = words <= LONGEST_ORDER and not named and question.intent in NEED_A_NAME
    # The short ones lean on the question before.
    leans = before and "nutrient" in before.entities and words <= LONGER_ELLIPSIS
    if question.red_flag or not asks or not lately or leans:
        return None
    return replace(question, entities={**question.entities, "nutrient": lately[-1:]})


def together(question: Question, text: str) -> Question | None:
    """ "Take them in one go?" asks of the supplements told just before; None for all else.

    So does "one big handful?" of several that the message names, whatever it was taken for.
    """
    named = question.all("nutrient")
    if question.red_flag or not question.taking:
        return None
    if len(named) > 1:
        if question.intent == "interactions" or not takes_at_once(text):
            return None
        meant: tuple[str | int, ...] = named
    else:
        lately = question.lately.get("nutrient", ()) if takes_together(text) else ()
        meant = tuple(dict.fromkeys((*lately, *named)))[-2:]
    if len(meant) < 2:
        return None
    entities = {**less_of(question, "food").entities, "nutrient": meant}
    return replace(question, intent="interactions", confidence=1.0, entities=entities)


def more_of(question: Question, text: str, before: Before | None) -> Question | None:
    """ "My feet prickle, ok to go up to 3 a day?" asks whether more of a nutrient is too much.

    Whatever else the words around it were taken for; None where it asks something of a nutrient,
    or speaks of another thing.
    """
    named = question.all("nutrient")
    other = {"medicine", "food", "remedy"} & set(question.entities)
    if question.red_flag or other or not takes_more(text) or (named and question.intent in _OF_IT):
        return None
    told = tuple(map(str, question.lately.get("nutrient", ())))[-1:]
    nutrients = named or told or (before.entities.get("nutrient", ())[:1] if before else ())
    if not nutrients:
        return None
    entities = {**question.entities, "nutrient": nutrients}
    return replace(question, intent="too_much", confidence=1.0, entities=entities)


def of_food(question: Question, products: Facts) -> Question | None:
    """ "Is five a day too many?", of the food that was spoken of last; None of anything else."""
    foods = products.get("food", ())
    if not foods or not asking_back.lacks_name(question):
        return None
    return replace(question, intent="food_content", confidence=1.0, entities={"food": foods[:1]})
