"""The tuned network as others use it: how likely a text reports danger, and what it tells of."""

from __future__ import annotations

from dataclasses import dataclass
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
        from crampwise.encoder.tuned_graph import build

        whole = tuned.merged(weights.load())
        return build(whole.weights, whole.layers, len(whole.flags), len(whole.tells))

    return kept(f"tuned-int8-{weights.short_hash()}-{tuned.short_hash()}", built)


@dataclass(frozen=True)
class Judged:
    """What the network says of some texts.

    `odds` are the log-odds of danger, float32 (texts,); `tells`, float32 (texts, ids), how likely
    (0 to 1) each tells of the illness or medicine of that place in `TunedNetwork.tells`.
    """

    odds: np.ndarray
    tells: np.ndarray


class TunedNetwork(Network):
    """Judges texts. One instance serves a process.

    Args:
        graph: another graph than the one that `prepare` builds.

    `tells` are the ids of the illnesses and medicines that it knows without their names.
    """

    def __init__(self, graph: Path | None = None) -> None:
        self.tells = tuned.told()
        super().__init__(graph or prepare(), 1 + len(self.tells))

    def judge(self, texts: list[str]) -> Judged:
        """What each normalised text says."""
        found = self.run(texts)
        return Judged(found[:, 0], found[:, 1:])
