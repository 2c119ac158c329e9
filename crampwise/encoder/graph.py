"""The sentence encoder's graph: MiniLM, of whose layers the last four are pooled."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import onnx

from crampwise.encoder.bert import WIDTH, Bert

LAYERS = 6
POOLED_LAYERS = 4
OUTPUT = POOLED_LAYERS * WIDTH


def build(weights: Mapping[str, np.ndarray]) -> onnx.ModelProto:
    """The graph: `ids` and `mask` int64 (batch, tokens) in, float32 (batch, 1536) out.

    A vector is the mean over the tokens of each of the last four layers, each of unit length, the
    last layer (the sentence embedding proper) first. The middle layers hold what a linear
    classifier needs and the last one, trained for likeness of sentences, has given up.
    """
    graph = Bert(weights)
    tiny = graph.constant("tiny", np.array(1e-12, np.float32))
    x = graph.embedded()
    means = []
    for number in range(LAYERS):
        x = graph.layer(x, number)
        if number >= LAYERS - POOLED_LAYERS:
            mean = graph.mean(x)
            size = graph.node("ReduceL2", mean, "axis_tokens", keepdims=1)
            means.append(graph.node("Div", mean, graph.node("Max", size, tiny)))
    vectors = graph.node("Concat", *means[::-1], axis=1)
    return graph.model("all-MiniLM-L6-v2", vectors, ["batch", OUTPUT])
