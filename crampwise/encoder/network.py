"""Runs a graph over texts: tokens, batches, processors."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from crampwise.encoder import weights

MAX_TOKENS = 256  # more than the longest message of 1,000 characters holds
BATCH = 16  # what a batch of short texts works on then fits into a core's own cache


class Network:
    """Turns texts into rows of numbers. Calls are thread-safe.

    Args:
        graph: a file of an ONNX graph: `ids` and `mask` int64 (batch, tokens) in, float32 (batch,
            width) out.
        width: how many numbers it gives for a text.
    """

    def __init__(self, graph: Path, width: int) -> None:
        options = onnxruntime.SessionOptions()
        # One short message gains nothing from a second core, and spinning threads take it from
        # the other processes on the machine.
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(
            str(graph), options, providers=["CPUExecutionProvider"]
        )
        self._width = width
        self._tokenizer = Tokenizer.from_file(str(weights.path("tokenizer.json")))
        self._tokenizer.enable_truncation(MAX_TOKENS)
        self._tokenizer.no_padding()

    def knows(self, word: str) -> bool:
        """Whether a lower-case word is a single piece of the vocabulary."""
        return self._tokenizer.token_to_id(word) is not None

    def run(self, texts: list[str]) -> np.ndarray:
        """Float32 (len(texts), width), in the order of `texts`.

        Many texts take all processors, a message of one batch takes one.
        """
        found = np.zeros((len(texts), self._width), np.float32)
        ids = [encoding.ids for encoding in self._tokenizer.encode_batch(texts)]
        order = sorted(range(len(texts)), key=lambda row: len(ids[row]))  # hardly any padding
        batches = [order[start : start + BATCH] for start in range(0, len(order), BATCH)]

        def run(rows: list[int]) -> None:
            found[rows] = self._run([ids[row] for row in rows])

        if len(batches) == 1:
            run(batches[0])
        else:
            with ThreadPoolExecutor(os.cpu_count()) as threads:
                list(threads.map(run, batches))
        return found

    def _run(self, ids: list[list[int]]) -> np.ndarray:
        longest = max(map(len, ids))
        padded = np.zeros((len(ids), longest), np.int64)
        mask = np.zeros_like(padded)
        for row, tokens in enumerate(ids):
            padded[row, : len(tokens)] = tokens
            mask[row, : len(tokens)] = 1
        return np.asarray(self._session.run(None, {"ids": padded, "mask": mask})[0])
