"""The one answering core that all actions share."""

from __future__ import annotations

from functools import lru_cache

from crampwise.answers.core import Answers
from crampwise.knowledge.shared import knowledge


@lru_cache(maxsize=1)
def answers() -> Answers:
    """The core over this process's knowledge base."""
    return Answers(knowledge())
