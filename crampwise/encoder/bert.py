"""Builds ONNX graphs of MiniLM's layers from their weights, without torch.

Architecture: Devlin et al. 2018 (BERT), as configured for all-MiniLM-L6-v2: width 384, 12 heads,
feed-forward 1536 with exact GELU, layer norm eps 1e-12.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

WIDTH = 384
HEADS = 12
HEAD_WIDTH = WIDTH // HEADS
EPSILON = 1e-12
OPSET = 20  # the first with Gelu as a single node
IR_VERSION = 9  # what opset 20 came with
MASKED = np.float32(-1e9)  # added to the score of a padded token: its softmax is 0


class Bert:
    """A graph in the making; each method returns the name of its output.

    It takes `ids` and `mask`, int64 (batch, tokens). `spread` is the mask as float (batch, tokens,
    1), `count` the tokens of each text, float (batch, 1).
    """

    def __init__(self, weights: Mapping[str, np.ndarray]) -> None:
        self._weights = weights
        self._nodes: list[onnx.NodeProto] = []
        self._tensors: list[onnx.TensorProto] = []
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
        }.items():
            self.constant(name, np.asarray(value))
        mask = self.node("Cast", "mask", to=TensorProto.FLOAT)
        hidden = self.node("Mul", self.node("Sub", "one", mask), "masked")
        self._bias = self.node("Unsqueeze", hidden, "axes_heads")
        self.spread = self.node("Unsqueeze", mask, "axis_last")
        self.count = self.node("ReduceSum", mask, "axis_tokens", keepdims=1)

    def constant(self, name: str, value: np.ndarray) -> str:
        self._tensors.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, kind: str, *inputs: str, **attributes: Any) -> str:
        output = f"{kind.lower()}_{len(self._nodes)}"
        self._nodes.append(helper.make_node(kind, list(inputs), [output], **attributes))
        return output

    def linear(self, x: str, name: str) -> str:
        matrix = self.constant(f"{name}.weight", self._weights[f"{name}.weight"].T)
        bias = self.constant(f"{name}.bias", self._weights[f"{name}.bias"])
        return self.node("Add", self.node("MatMul", x, matrix), bias)

    def embedded(self) -> str:
        """The texts' tokens, each with its place: (batch, tokens, width)."""
        words = self.constant("words", self._weights["embeddings.word_embeddings.weight"])
        # Every message is one segment, so its token-type row is added to each position once.
        places = self.constant(
            "places",
            self._weights["embeddings.position_embeddings.weight"]
            + self._weights["embeddings.token_type_embeddings.weight"][0],
        )
        length = self.node("Shape", "ids", start=1, end=2)
        position = self.node("Slice", places, "zero", length, "zero")
        x = self.node("Add", self.node("Gather", words, "ids"), position)
        return self._norm(x, "embeddings.LayerNorm")

    def layer(self, x: str, number: int) -> str:
        """`x` (batch, tokens, width) after the layer of this number."""
        prefix = f"encoder.layer.{number}"
        attention = f"{prefix}.attention"
        query = self._heads(self.linear(x, f"{attention}.self.query"), [0, 2, 1, 3])
        key = self._heads(self.linear(x, f"{attention}.self.key"), [0, 2, 3, 1])
        value = self._heads(self.linear(x, f"{attention}.self.value"), [0, 2, 1, 3])
        scores = self.node("Mul", self.node("MatMul", query, key), "scale")
        weights = self.node("Softmax", self.node("Add", scores, self._bias), axis=-1)
        mixed = self.node("Transpose", self.node("MatMul", weights, value), perm=[0, 2, 1, 3])
        mixed = self.linear(self.node("Reshape", mixed, "join"), f"{attention}.output.dense")
        x = self._norm(self.node("Add", mixed, x), f"{attention}.output.LayerNorm")
        hidden = self.node("Gelu", self.linear(x, f"{prefix}.intermediate.dense"))
        hidden = self.linear(hidden, f"{prefix}.output.dense")
        return self._norm(self.node("Add", hidden, x), f"{prefix}.output.LayerNorm")

    def mean(self, x: str) -> str:
        """The mean of `x` over the tokens of each text: (batch, width)."""
        seen = self.node("Mul", x, self.spread)
        total = self.node("ReduceSum", seen, "axis_tokens", keepdims=0)
        return self.node("Div", total, self.count)

    def model(self, name: str, output: str, shape: list[str | int]) -> onnx.ModelProto:
        """The whole graph, checked; `output`, of `shape`, is what it gives."""
        asked = ["batch", "tokens"]
        model = helper.make_model(
            helper.make_graph(
                self._nodes,
                name,
                [
                    helper.make_tensor_value_info(n, TensorProto.INT64, asked)
                    for n in ("ids", "mask")
                ],
                [helper.make_tensor_value_info(output, TensorProto.FLOAT, shape)],
                self._tensors,
            ),
            opset_imports=[helper.make_opsetid("", OPSET)],
            ir_version=IR_VERSION,
        )
        onnx.checker.check_model(model)
        return model

    def _norm(self, x: str, name: str) -> str:
        scale = self.constant(f"{name}.weight", self._weights[f"{name}.weight"])
        bias = self.constant(f"{name}.bias", self._weights[f"{name}.bias"])
        return self.node("LayerNormalization", x, scale, bias, epsilon=EPSILON, axis=-1)

    def _heads(self, x: str, order: list[int]) -> str:
        """(batch, tokens, width) to (batch, heads, tokens, head width), or its last two swapped."""
        return self.node("Transpose", self.node("Reshape", x, "split"), perm=order)
