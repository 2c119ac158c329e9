"""Conditions of the cramp check that could never hold, and names that it does not know."""

from __future__ import annotations

from collections.abc import Iterator

from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.errors import Problem
from crampwise.knowledge.talk import Advice

FILE = "check.yml"
ANY = "any"  # in a condition: whatever was answered


def cramp_check(knowledge: Knowledge) -> Iterator[Problem]:
    """Answers and names in check.yml that no question gives."""
    check = knowledge.cramp_check
    answers = {question.id: {*question.answers, ANY} for question in check.questions}
    answers.get("medicines", set()).update(knowledge.medicines)
    answers.get("conditions", set()).update(knowledge.conditions)
    for key, fact in check.facts.items():
        when = fact.when if isinstance(fact, Advice) else {}
        for asked, values in when.items():
            for value in values:
                if value not in answers.get(asked, ()):
                    reason = f"no question has '{asked}: {value}'"
                    yield Problem(FILE, f"{key}.when", reason)
    for question in check.questions:
        for name, answer in question.answers.items():
            if answer.flag and answer.flag not in knowledge.red_flags:
                yield Problem(FILE, f"{question.id}.{name}.flag", f"'{answer.flag}' is unknown")
            if answer.both_legs and answer.both_legs not in question.answers:
                reason = f"'{answer.both_legs}' is no answer of this question"
                yield Problem(FILE, f"{question.id}.{name}.both_legs", reason)
    for name in check.unlinked:
        if name not in knowledge.medicines and name not in knowledge.conditions:
            yield Problem(FILE, "unlinked", f"'{name}' is no medicine and no condition")
