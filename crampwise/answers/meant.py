"""Which products a question means: those named, those held in what is named, and "it"."""

from __future__ import annotations

from itertools import chain

from crampwise.answers.types import Profile, Question
from crampwise.knowledge.base import Knowledge


def nutrients(knowledge: Knowledge, question: Question) -> tuple[str, ...]:
    """The nutrients named, in this message or by what it means, and those of products named."""
    of_remedies = (knowledge.remedies[name].holds for name in remedies(knowledge, question))
    medicines = (m for name in question.all("medicine") if (m := knowledge.medicines.get(name)))
    held = chain(*of_remedies, *(medicine.holds for medicine in medicines))
    named = (*_meant(question, "nutrient"), *held)
    if not named and question.taking and not question.lately:
        # "I take Gaviscon and thyroxine. Can I have them together?"
        named = _held_by_told(knowledge, question.profile)
    return tuple(dict.fromkeys(name for name in named if name in knowledge.nutrients))


def remedies(knowledge: Knowledge, question: Question) -> tuple[str, ...]:
    """The remedies named, in this message or by what it means, by a food's name too."""
    named = (*_meant(question, "remedy"), *question.all("food"))
    return tuple(name for name in named if name in knowledge.remedies)


def told_of_it(question: Question) -> bool:
    """Whether an illness or medicine was told right after a product was spoken of."""
    told = any(question.all(kind) for kind in ("medicine", "condition"))
    return told and bool(question.lately) and bare(question)


def bare(question: Question) -> bool:
    """Whether the message itself names no product."""
    return not any(question.entities.get(kind) for kind in ("nutrient", "remedy"))


def _held_by_told(knowledge: Knowledge, profile: Profile) -> tuple[str, ...]:
    """What the medicines told of give, where there are others that it may clash with."""
    if len(profile.medicines) < 2:
        return ()
    told = (knowledge.medicines.get(name) for name in profile.medicines)
    return tuple(chain.from_iterable(medicine.holds for medicine in told if medicine))


def _meant(question: Question, entity: str) -> tuple[str, ...]:
    """What is named of a kind; of a message that takes "it", what was named just before."""
    lately = question.lately.get(entity, ()) if question.taking and bare(question) else ()
    return (*question.all(entity), *dict.fromkeys(map(str, lately)))
