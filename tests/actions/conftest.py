from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from rasa_sdk import Tracker


@pytest.fixture
def said() -> Callable[..., Tracker]:
    """`said("and potassium?", "follow_up", nutrient="potassium", slots={...})`: a tracker."""

    def tracker(
        text: str,
        intent: str | None = "foods",
        confidence: float = 0.9,
        ranking: dict[str, float] | None = None,
        slots: dict[str, Any] | None = None,
        *,
        events: list[dict[str, Any]] | None = None,
        **entities: Any,
    ) -> Tracker:
        found = [
            {"entity": entity, "value": value}
            for entity, values in entities.items()
            for value in (values if isinstance(values, tuple) else (values,))
        ]
        likely = {intent: confidence} if ranking is None and intent else ranking or {}
        message = {
            "text": text,
            "intent": {"name": intent, "confidence": confidence},
            "entities": found,
            "intent_ranking": [{"name": n, "confidence": c} for n, c in likely.items()],
        }
        kept = {"people": None, "last_question": None, **(slots or {})}
        return Tracker("someone", kept, message, events or [], False, None, {}, "action_listen")

    return tracker
