"""The graph of the tuned network: how likely a text reports danger, and what it tells of.

MiniLM's lower layers, tuned on this project's phrases (docs/tuning.md), pooled by mean and by
maximum, and a layer that names what was said: the red flags first, then the illnesses and medicines
that are told of without their names, then all else.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import onnx

from crampwise.encoder.bert import Bert


def build(
    weights: Mapping[str, np.ndarray], layers: int, flags: int, tells: int
) -> onnx.ModelProto:
    """The graph: `ids` and `mask` int64 (batch, tokens) in, float32 (batch, 1 + tells) out.

    The first number is the log-odds of danger, the others how likely (0 to 1) each illness or
    medicine is told of, if there is no danger. `flags` are how many of the labels, the first ones,
    are danger; `tells` how many come next.
    """
    graph = Bert(weights)
    x = graph.embedded()
    for number in range(layers):
        x = graph.layer(x, number)
    away = graph.node("Mul", graph.node("Sub", "one", graph.spread), "masked")
    most = graph.node("ReduceMax", graph.node("Add", x, away), "axis_tokens", keepdims=0)
    scores = graph.linear(graph.node("Concat", graph.mean(x), most, axis=1), "odds")
    first = graph.constant("first", np.array([flags], np.int64))
    last = graph.constant("last", np.array([np.iinfo(np.int32).max], np.int64))
    danger = graph.node("Slice", scores, "zero", first, "axis_tokens")
    calm = graph.node("Slice", scores, first, last, "axis_tokens")
    of_danger, of_calm = (
        graph.node("ReduceLogSumExp", part, "axis_tokens", keepdims=1) for part in (danger, calm)
    )
    odds = graph.node("Sub", of_danger, of_calm)
    if not tells:
        return graph.model("tuned", odds, ["batch", 1])
    count = graph.constant("tells", np.array([tells], np.int64))
    told = graph.node("Slice", graph.node("Softmax", calm, axis=1), "zero", count, "axis_tokens")
    return graph.model("tuned", graph.node("Concat", odds, told, axis=1), ["batch", 1 + tells])
