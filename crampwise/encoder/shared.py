"""The networks of this process, each loaded once: several parts of the pipeline share them."""

from __future__ import annotations

from functools import lru_cache

from crampwise.encoder.danger_network import DangerNetwork
from crampwise.encoder.sentence_encoder import SentenceEncoder


@lru_cache(maxsize=1)
def encoder() -> SentenceEncoder:
    """The shared encoder. Raises WeightsError when its weights are not installed."""
    return SentenceEncoder()


@lru_cache(maxsize=1)
def danger_network() -> DangerNetwork:
    """The shared network that hears danger. Raises WeightsError and TunedError."""
    return DangerNetwork()
