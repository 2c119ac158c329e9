"""The encoder as others use it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from crampwise.encoder import weights
from crampwise.encoder.network import Network
from crampwise.encoder.store import kept

if TYPE_CHECKING:
    import onnx

WIDTH = 1536  # four layers of 384 each, see `crampwise.encoder.graph`
SENTENCE = 384  # the first of them: the sentence embedding proper


def prepare() -> Path:
    """The graph's file, built unless it is there."""

    def built() -> onnx.ModelProto:
        from crampwise.encoder.graph import build

        weights.verify("tokenizer.json")
        return build(weights.load())

    return kept(f"minilm-4-layers-int8-{weights.short_hash()}", built)


class SentenceEncoder(Network):
    """Turns texts into vectors. One instance serves a process.

    Args:
        graph: another graph than the one that `prepare` builds.
    """

    def __init__(self, graph: Path | None = None) -> None:
        super().__init__(graph or prepare(), WIDTH)

    def encode(self, texts: list[str]) -> np.ndarray:
        """Vectors, float32 (len(texts), 1536), in the order of `texts`; each quarter is unit."""
        return self.run(texts)
