"""How hard the answers are to read: US school grades, by Flesch and Kincaid.

Prints the spread over every answer of the knowledge base and the hardest ones, whose sentences are
the next to be written more plainly. A child of twelve is in grade 6 or 7. Names of nutrients and
medicines count as the long words they are.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from dataclasses import dataclass

import textstat

from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.loader import load

HARDEST = 10  # so many are named
PARTS = 20  # the spread is told in twentieths


@dataclass(frozen=True, order=True)
class Graded:
    """An answer and its grade."""

    grade: float
    place: str


@dataclass(frozen=True)
class Spread:
    """How the grades lie: their middle, and what nine and nineteen in twenty do not exceed."""

    median: float
    nine_in_ten: float
    nineteen_in_twenty: float
    highest: float


def graded(knowledge: Knowledge) -> Iterator[Graded]:
    """Every answer with its grade: short text and details together."""
    for file, key, passage in knowledge.passages():
        texts = [passage.short.text, *(detail.text for detail in passage.details)]
        yield Graded(textstat.flesch_kincaid_grade(" ".join(texts)), f"{file} {key}")
    for caution in knowledge.cautions.values():
        yield Graded(textstat.flesch_kincaid_grade(caution.text), f"cautions.yml {caution.id}")
    for flag in knowledge.red_flags.values():
        texts = [flag.answer.text, *(detail.text for detail in flag.details)]
        grade = textstat.flesch_kincaid_grade(" ".join(texts))
        yield Graded(grade, f"red_flags.yml {flag.id}")


def spread(answers: list[Graded]) -> Spread:
    """The spread of the grades."""
    grades = [answer.grade for answer in answers]
    parts = statistics.quantiles(grades, n=PARTS)
    return Spread(statistics.median(grades), parts[-2], parts[-1], max(grades))


def main() -> None:
    answers = list(graded(load()))
    found = spread(answers)
    print(f"{len(answers)} answers, US school grade:")
    print(f"  half are at {found.median:.1f} or below")
    print(f"  nine in ten at {found.nine_in_ten:.1f}, nineteen in twenty at "
          f"{found.nineteen_in_twenty:.1f}, all at {found.highest:.1f}")  # fmt: skip
    print("hardest:")
    for answer in sorted(answers, reverse=True)[:HARDEST]:
        print(f"  {answer.grade:4.1f}  {answer.place}")


if __name__ == "__main__":
    main()
