"""BERT in plain numpy (Devlin et al. 2018, section 3), to compare the graphs with."""

from __future__ import annotations

import math

import numpy as np
from tokenizers import Tokenizer

from crampwise.encoder import weights
from crampwise.encoder.bert import EPSILON, HEADS

ERF = np.vectorize(math.erf, otypes=[np.float64])


def ids(text: str) -> list[int]:
    """The tokens of a text."""
    tokenizer = Tokenizer.from_file(str(weights.path("tokenizer.json")))
    tokenizer.no_padding()
    tokenizer.enable_truncation(256)
    return list(tokenizer.encode(text).ids)


def tokens(files: dict[str, np.ndarray], ids: list[int], layers: int) -> np.ndarray:
    """One text after so many layers, (tokens, width)."""

    def linear(x, name):
        return x @ files[f"{name}.weight"].T + files[f"{name}.bias"]

    def norm(x, name):
        centred = x - x.mean(axis=-1, keepdims=True)
        spread = np.sqrt((centred**2).mean(axis=-1, keepdims=True) + EPSILON)
        return centred / spread * files[f"{name}.weight"] + files[f"{name}.bias"]

    def heads(x):
        return x.reshape(len(ids), HEADS, -1).transpose(1, 0, 2)

    x = files["embeddings.word_embeddings.weight"][ids]
    x = x + files["embeddings.position_embeddings.weight"][: len(ids)]
    x = norm(x + files["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
    for number in range(layers):
        name = f"encoder.layer.{number}"
        query, key, value = (
            heads(linear(x, f"{name}.attention.self.{part}")) for part in ("query", "key", "value")
        )
        scores = query @ key.transpose(0, 2, 1) / np.sqrt(query.shape[-1])
        shares = np.exp(scores - scores.max(axis=-1, keepdims=True))
        shares /= shares.sum(axis=-1, keepdims=True)
        mixed = (shares @ value).transpose(1, 0, 2).reshape(len(ids), -1)
        x = norm(
            linear(mixed, f"{name}.attention.output.dense") + x,
            f"{name}.attention.output.LayerNorm",
        )
        hidden = linear(x, f"{name}.intermediate.dense")
        hidden = hidden * 0.5 * (1 + ERF(hidden / np.sqrt(2)))
        x = norm(linear(hidden, f"{name}.output.dense") + x, f"{name}.output.LayerNorm")
    return x
