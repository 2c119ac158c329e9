"""The networks of this process, each loaded once: several parts of the pipeline share them."""

from __future__ import annotations

from functools import lru_cache

from crampwise.encoder.sentence_encoder import SentenceEncoder
from crampwise.encoder.tuned_network import TunedNetwork


@lru_cache(maxsize=1)
def encoder() -> SentenceEncoder:
    """The shared encoder. Raises WeightsError when its weights are not installed."""
    return SentenceEncoder()


@lru_cache(maxsize=1)
def tuned_network() -> TunedNetwork:
    """The shared network that was tuned. Raises WeightsError and TunedError."""
    return TunedNetwork()
