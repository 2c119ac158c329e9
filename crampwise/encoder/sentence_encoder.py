"""The encoder as others use it."""

from __future__ import annotations

import os
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from crampwise.encoder import weights

WIDTH = 1536  # four layers of 384 each, see `crampwise.encoder.graph`
SENTENCE = 384  # the first of them: the sentence embedding proper
MAX_TOKENS = 256  # more than the longest message of 1,000 characters holds
BATCH = 16  # what a batch of short texts works on then fits into a core's own cache
CACHE = Path(
    os.environ.get("CRAMPWISE_CACHE", Path(__file__).resolve().parents[2] / ".cache" / "encoder")
)


def graph_path() -> Path:
    """Where the built graph is kept: its name holds the weights' hash, so it is never stale."""
    return CACHE / f"minilm-4-layers-int8-{weights.SHA256['model.safetensors'][:12]}.onnx"


def prepare() -> Path:
    """Builds the graph (about 10 s) unless it is there. Safe when several processes do it."""
    target = graph_path()
    if target.is_file():
        return target
    # These import onnx, which only building needs.
    from crampwise.encoder.graph import build
    from crampwise.encoder.quantising import quantised

    model = quantised(build(weights.verify("model.safetensors")))
    weights.verify("tokenizer.json")
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(model.SerializeToString())
        os.replace(name, target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return target


class SentenceEncoder:
    """Turns texts into vectors. One instance serves a process; calls are thread-safe.

    Args:
        graph: another graph than the one that `prepare` builds.
    """

    def __init__(self, graph: Path | None = None) -> None:
        options = onnxruntime.SessionOptions()
        # One short message gains nothing from a second core, and spinning threads take it from
        # the other processes on the machine.
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(
            str(graph or prepare()), options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer = Tokenizer.from_file(str(weights.path("tokenizer.json")))
        self._tokenizer.enable_truncation(MAX_TOKENS)
        self._tokenizer.no_padding()

    def knows(self, word: str) -> bool:
        """Whether a lower-case word is a single piece of the encoder's vocabulary."""
        return self._tokenizer.token_to_id(word) is not None

    def encode(self, texts: list[str]) -> np.ndarray:
        """Vectors, float32 (len(texts), 1536), in the order of `texts`; each quarter is unit.

        Many texts take all processors, a message of one batch takes one.
        """
        vectors = np.zeros((len(texts), WIDTH), np.float32)
        ids = [encoding.ids for encoding in self._tokenizer.encode_batch(texts)]
        order = sorted(range(len(texts)), key=lambda row: len(ids[row]))  # hardly any padding
        batches = [order[start : start + BATCH] for start in range(0, len(order), BATCH)]

        def run(rows: list[int]) -> None:
            vectors[rows] = self._run([ids[row] for row in rows])

        if len(batches) == 1:
            run(batches[0])
        else:
            with ThreadPoolExecutor(os.cpu_count()) as threads:
                list(threads.map(run, batches))
        return vectors

    def _run(self, ids: list[list[int]]) -> np.ndarray:
        longest = max(map(len, ids))
        padded = np.zeros((len(ids), longest), np.int64)
        mask = np.zeros_like(padded)
        for row, tokens in enumerate(ids):
            padded[row, : len(tokens)] = tokens
            mask[row, : len(tokens)] = 1
        return np.asarray(self._session.run(["vectors"], {"ids": padded, "mask": mask})[0])
