"""Keeps built graphs, as building one takes seconds."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import onnx

CACHE = Path(
    os.environ.get("CRAMPWISE_CACHE", Path(__file__).resolve().parents[2] / ".cache" / "encoder")
)


def kept(name: str, build: Callable[[], onnx.ModelProto]) -> Path:
    """The file of the graph `name`, stored in eight bits; built (some 10 s) unless it is there.

    Safe when several processes do it. `name` must differ wherever what it is built from does.
    """
    target = CACHE / f"{name}.onnx"
    if target.is_file():
        return target
    from crampwise.encoder.quantising import quantised  # imports onnx, which only building needs

    model = quantised(build())
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, part = tempfile.mkstemp(dir=target.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(model.SerializeToString())
        os.replace(part, target)
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise
    return target
