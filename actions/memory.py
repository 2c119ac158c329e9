"""What the conversation remembers between turns: the slots, read and written in one place."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from rasa_sdk import Tracker

from crampwise.answers.types import Eaten, Question
from crampwise.people.known import Known, known_of
from crampwise.people.told import FACTS, ILL, Facts

PRODUCTS = ("nutrient", "remedy", "food")  # what is taken or eaten
SUBJECTS = ("nutrient", "food", "medicine", "condition", "remedy")
_KEPT = (*SUBJECTS, "timing", "form")


@dataclass(frozen=True)
class Before:
    """The question answered last.

    `supposed` is what it only assumed of a person ("for kids"); it counts while messages lean on
    it. `earlier` holds the food, nutrient or remedy asked about before it ("which has more?"), and
    the medicine and illness asked about last.
    `eaten` are the foods it added up: "and magnesium?" adds them up again.
    """

    intent: str
    entities: Facts = field(default_factory=dict)
    supposed: Facts = field(default_factory=dict)
    earlier: Facts = field(default_factory=dict)
    eaten: tuple[Eaten, ...] = ()


def known(tracker: Tracker) -> Known:
    """What was told of people in earlier turns."""
    return known_of(tracker.get_slot("people"))


def before(tracker: Tracker) -> Before | None:
    """The question answered last; None at the start."""
    slot = tracker.get_slot("last_question")
    if not slot:
        return None
    return Before(
        slot["intent"],
        _tuples(slot["entities"]),
        _tuples(slot.get("supposed") or {}),
        _tuples(slot.get("earlier") or {}),
        tuple(Eaten(**eaten) for eaten in slot.get("eaten") or ()),
    )


def asked_of(question: Question, before: Before | None) -> Facts:
    """The medicine or illness asked about last before a nutrient, a food or a remedy.

    "Omeprazole and cramps", then "magnesium?": whoever asks so may well take it, so what must be
    heard of the two together is said, though nobody is told that they take it.
    """
    if (
        before is None
        or not of_product(question)
        or any(question.entities.get(kind) for kind in ILL)
    ):
        return {}
    asked = {**before.earlier, **before.entities}
    return {kind: asked[kind] for kind in ILL if asked.get(kind)}


def of_product(question: Question) -> bool:
    """Whether a question speaks of a product, or of something that is eaten."""
    named = any(question.entities.get(name) for name in PRODUCTS)
    return question.taking or named


def remembered(
    question: Question, earlier: Before | None = None, leans: bool = False
) -> dict[str, Any]:
    """What the slot `last_question` keeps of a question.

    Of the one before it: the food, nutrient or remedy, the medicine and illness, and what was
    supposed of a person if it `leans`.
    """
    told = {name: list(values) for name, values in question.entities.items()}
    kept = {name: values for name, values in told.items() if name in _KEPT}
    supposed = {name: values for name, values in told.items() if name in FACTS}
    former: dict[str, list[Any]] = {}
    if earlier and leans:
        supposed = {**_lists(earlier.supposed), **supposed}
    if earlier:
        former = _lists(earlier.earlier)
        for name in ILL:
            if name in earlier.entities and not kept.get(name):
                former[name] = list(earlier.entities[name])
        for name in ("food", "nutrient", "remedy"):
            values = list(earlier.entities.get(name, ()))
            if values and kept.get(name) and kept[name] != values:
                former[name] = values
    return {
        "intent": question.intent,
        "entities": kept,
        "supposed": supposed,
        "earlier": former,
        "eaten": [asdict(eaten) for eaten in question.eaten],
    }


def _tuples(kept: dict[str, list[Any]]) -> Facts:
    return {name: tuple(values) for name, values in kept.items()}


def _lists(kept: Facts) -> dict[str, list[Any]]:
    return {name: list(values) for name, values in kept.items()}
