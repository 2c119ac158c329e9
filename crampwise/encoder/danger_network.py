"""The tuned network as others use it: how likely a text reports danger."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from crampwise.encoder import tuned, weights
from crampwise.encoder.network import Network
from crampwise.encoder.store import kept

if TYPE_CHECKING:
    import onnx


def prepare() -> Path:
    """The graph's file, built unless it is there. Raises WeightsError and TunedError."""

    def built() -> onnx.ModelProto:
        from crampwise.encoder.odds_graph import build

        whole = tuned.merged(weights.load())
        return build(whole.weights, whole.layers, len(whole.flags))

    return kept(f"danger-int8-{weights.short_hash()}-{tuned.short_hash()}", built)


class DangerNetwork(Network):
    """Judges texts. One instance serves a process.

    Args:
        graph: another graph than the one that `prepare` builds.
    """

    def __init__(self, graph: Path | None = None) -> None:
        super().__init__(graph or prepare(), 1)

    def odds(self, texts: list[str]) -> np.ndarray:
        """The log-odds of danger of each normalised text, float32 (len(texts),)."""
        return self.run(texts)[:, 0]
