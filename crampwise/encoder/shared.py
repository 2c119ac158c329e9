"""The encoder of this process, loaded once: several parts of the pipeline share it."""

from __future__ import annotations

from functools import lru_cache

from crampwise.encoder.session import SentenceEncoder


@lru_cache(maxsize=1)
def encoder() -> SentenceEncoder:
    """The shared encoder. Raises WeightsError when its weights are not installed."""
    return SentenceEncoder()
