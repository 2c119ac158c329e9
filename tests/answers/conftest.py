from __future__ import annotations

from collections.abc import Callable

import pytest

from crampwise.answers.core import Answers
from crampwise.answers.types import Answer, Profile, Question

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
