from __future__ import annotations

from collections.abc import Callable

import pytest

from crampwise.answers.core import Answers
from crampwise.answers.types import Answer, Profile, Question, Reading

Ask = Callable[..., Answer]


@pytest.fixture(scope="session")
def ask(knowledge) -> Ask:
    """`ask("dose", nutrient="magnesium", age=70)`: entities by kind, and the profile by field."""
    core = Answers(knowledge)
    fields = set(Profile.__dataclass_fields__)

    def asked(intent: str, **told) -> Answer:
        profile = {name: value for name, value in told.items() if name in fields}
        entities = {
            name: value if isinstance(value, tuple) else (value,)
            for name, value in told.items()
            if name not in fields
        }
        return core.answer(Question(intent, entities=entities, profile=Profile(**profile)))

    return asked


@pytest.fixture(scope="module")
def answer(knowledge):
    """`answer("dose", "iron", medicine="ppi", taking=True)`: of nutrients, by one person."""
    answers = Answers(knowledge)

    def of(intent, *nutrients, medicine="", condition="", confidence=1.0, **told):
        entities = {"nutrient": nutrients, **{k: (v,) for k, v in told.items() if k == "food"}}
        entities |= told.get("entities") or {}
        return answers.answer(
            Question(
                intent,
                confidence,
                {name: values for name, values in entities.items() if values},
                (Reading(intent, confidence),),
                Profile(
                    medicines=(medicine,) if medicine else (),
                    conditions=(condition,) if condition else (),
                    age=told.get("age"),
                ),
                borrowed=bool(told.get("borrowed")),
                taking=bool(told.get("taking")),
                lately=told.get("lately") or {},
            )
        )

    return of
