"""Builds the ONNX graph of MiniLM (a BERT of 6 layers) from its weights, without torch.

Architecture: Devlin et al. 2018 (BERT), as configured for all-MiniLM-L6-v2: width 384, 12 heads,
feed-forward 1536 with exact GELU, layer norm eps 1e-12, mean pooling over the mask, L2 norm.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from safetensors.numpy import load_file

LAYERS = 6
WIDTH = 384
POOLED_LAYERS = 4
OUTPUT = POOLED_LAYERS * WIDTH
HEADS = 12
HEAD_WIDTH = WIDTH // HEADS
EPSILON = 1e-12
OPSET = 20  # the first with Gelu as a single node
IR_VERSION = 9  # what opset 20 came with
MASKED = np.float32(-1e9)  # added to the score of a padded token: its softmax is 0


class _Graph:
    """Collects nodes and weights; each method returns the name of its output."""

    def __init__(self, weights: dict[str, np.ndarray]) -> None:
        self.weights = weights
        self.nodes: list[onnx.NodeProto] = []
        self.tensors: list[onnx.TensorProto] = []

    def constant(self, name: str, value: np.ndarray) -> str:
        self.tensors.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, kind: str, *inputs: str, **attributes: Any) -> str:
        output = f"{kind.lower()}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [output], **attributes))
        return output

    def linear(self, x: str, name: str) -> str:
        matrix = self.constant(f"{name}.weight", self.weights[f"{name}.weight"].T)
        bias = self.constant(f"{name}.bias", self.weights[f"{name}.bias"])
        return self.node("Add", self.node("MatMul", x, matrix), bias)

    def norm(self, x: str, name: str) -> str:
        scale = self.constant(f"{name}.weight", self.weights[f"{name}.weight"])
        bias = self.constant(f"{name}.bias", self.weights[f"{name}.bias"])
        return self.node("LayerNormalization", x, scale, bias, epsilon=EPSILON, axis=-1)

    def heads(self, x: str, order: list[int]) -> str:
        """(batch, tokens, width) to (batch, heads, tokens, head width), or its last two swapped."""
        return self.node("Transpose", self.node("Reshape", x, "split"), perm=order)

    def layer(self, x: str, bias: str, prefix: str) -> str:
        attention = f"{prefix}.attention"
        query = self.heads(self.linear(x, f"{attention}.self.query"), [0, 2, 1, 3])
        key = self.heads(self.linear(x, f"{attention}.self.key"), [0, 2, 3, 1])
        value = self.heads(self.linear(x, f"{attention}.self.value"), [0, 2, 1, 3])
        scores = self.node("Mul", self.node("MatMul", query, key), "scale")
        weights = self.node("Softmax", self.node("Add", scores, bias), axis=-1)
        mixed = self.node("Transpose", self.node("MatMul", weights, value), perm=[0, 2, 1, 3])
        mixed = self.linear(self.node("Reshape", mixed, "join"), f"{attention}.output.dense")
        x = self.norm(self.node("Add", mixed, x), f"{attention}.output.LayerNorm")
        hidden = self.node("Gelu", self.linear(x, f"{prefix}.intermediate.dense"))
        hidden = self.linear(hidden, f"{prefix}.output.dense")
        return self.norm(self.node("Add", hidden, x), f"{prefix}.output.LayerNorm")


def build(weights_file: Path) -> onnx.ModelProto:
    """The graph: `ids` and `mask` int64 (batch, tokens) in, `vectors` float32 (batch, 1536) out.

    A vector is the mean over the tokens of each of the last four layers, each of unit length, the
    last layer (the sentence embedding proper) first. The middle layers hold what a linear
    classifier needs and the last one, trained for likeness of sentences, has given up.
    """
    weights = load_file(str(weights_file))
    graph = _Graph(weights)
    for name, value in {
        "split": np.array([0, 0, HEADS, HEAD_WIDTH], np.int64),
        "join": np.array([0, 0, WIDTH], np.int64),
        "scale": np.array(1 / np.sqrt(HEAD_WIDTH), np.float32),
        "one": np.array(1, np.float32),
        "masked": MASKED,
        "axis_tokens": np.array([1], np.int64),
        "axis_last": np.array([2], np.int64),
        "axes_heads": np.array([1, 2], np.int64),
        "zero": np.array([0], np.int64),
        "tiny": np.array(1e-12, np.float32),
    }.items():
        graph.constant(name, np.asarray(value))
    words = graph.constant("words", weights["embeddings.word_embeddings.weight"])
    # Every message is one segment, so its token-type row is added to each position once.
    places = graph.constant(
        "places",
        weights["embeddings.position_embeddings.weight"]
        + weights["embeddings.token_type_embeddings.weight"][0],
    )
    length = graph.node("Shape", "ids", start=1, end=2)
    position = graph.node("Slice", places, "zero", length, "zero")
    x = graph.node("Add", graph.node("Gather", words, "ids"), position)
    x = graph.norm(x, "embeddings.LayerNorm")
    mask = graph.node("Cast", "mask", to=TensorProto.FLOAT)
    hidden = graph.node("Mul", graph.node("Sub", "one", mask), "masked")
    bias = graph.node("Unsqueeze", hidden, "axes_heads")
    spread = graph.node("Unsqueeze", mask, "axis_last")
    count = graph.node("ReduceSum", mask, "axis_tokens", keepdims=1)
    means = []
    for number in range(LAYERS):
        x = graph.layer(x, bias, f"encoder.layer.{number}")
        if number >= LAYERS - POOLED_LAYERS:
            total = graph.node("ReduceSum", graph.node("Mul", x, spread), "axis_tokens", keepdims=0)
            mean = graph.node("Div", total, count)
            size = graph.node("ReduceL2", mean, "axis_tokens", keepdims=1)
            means.append(graph.node("Div", mean, graph.node("Max", size, "tiny")))
    graph.nodes.append(helper.make_node("Concat", means[::-1], ["vectors"], axis=1))
    shape = ["batch", "tokens"]
    model = helper.make_model(
        helper.make_graph(
            graph.nodes,
            "all-MiniLM-L6-v2",
            [helper.make_tensor_value_info(n, TensorProto.INT64, shape) for n in ("ids", "mask")],
            [helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["batch", OUTPUT])],
            graph.tensors,
        ),
        opset_imports=[helper.make_opsetid("", OPSET)],
        ir_version=IR_VERSION,
    )
    onnx.checker.check_model(model)
    return model
