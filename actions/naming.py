"""Reads a message that holds nothing but a name: "rifampicin", "candesartan 8 mg", "cramps"."""

from __future__ import annotations

from dataclasses import replace

from actions.fitting import first_asked
from actions.leaning import CONVERSATION
from actions.memory import SUBJECTS
from crampwise.answers.core import SURE
from crampwise.answers.types import Question

# What is asked of what is felt, where a message holds nothing else ("cramps", "tingly feet").
ASKED_OF_SYMPTOM = {"cramp": "relief", "tingling": "deficiency_signs"}


def only_named(question: Question, bare: str) -> Question | None:
    """Nothing but a medicine, an illness or what is felt: what is asked of such a thing at first.

    Only where it was taken for something outside, or not surely for anything; None for everything
    else. `bare` is the text without the names recognised in it.
    """
    outside = question.intent == "out_of_scope"
    unclear = question.confidence < SURE and question.intent not in CONVERSATION
    if question.red_flag or not (outside or unclear) or bare.strip(" ?!.,0123456789"):
        return None
    named = next((kind for kind in ("medicine", "condition") if kind in question.entities), None)
    if named:
        return replace(question, intent=first_asked(question, named), confidence=1.0)
    felt = ASKED_OF_SYMPTOM.get(str(question.first("symptom")))
    if felt is None or any(kind in question.entities for kind in SUBJECTS):
        return None
    return replace(question, intent=felt, confidence=1.0)
