"""The knowledge base of this process, read once."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.loader import HOME, load


@lru_cache(maxsize=1)
def knowledge() -> Knowledge:
    """The knowledge base at CRAMPWISE_KNOWLEDGE, or the project's own. Raises KnowledgeError."""
    return load(Path(os.environ.get("CRAMPWISE_KNOWLEDGE", HOME)))
