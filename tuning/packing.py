"""Writes what was learnt as differences from MiniLM's weights, a byte each: 7 MB."""

from __future__ import annotations

import json
from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import Tensor

from tuning import FLAGGED, TELLING

MOST = 127  # that a byte holds


def write(
    target: Path,
    tuned: dict[str, Tensor],
    weights: dict[str, Tensor],
    flags: list[str],
    tells: list[str],
) -> None:
    """Each matrix as int8 with a scale a row (`.scale`), all else as it is.

    What MiniLM has not (the last layer) stands whole. `flags` are the labels that come first,
    `tells` those that come next.
    """
    kept: dict[str, Tensor] = {}
    for name, value in tuned.items():
        learnt = value - weights[name] if name in weights else value
        if learnt.ndim == 2:
            scale = learnt.abs().amax(1, keepdim=True).clamp_min(1e-12) / MOST
            kept[name] = torch.round(learnt / scale).to(torch.int8)
            kept[f"{name}.scale"] = scale
        else:
            kept[name] = learnt.contiguous()
    target.parent.mkdir(parents=True, exist_ok=True)
    notes = {
        "flags": json.dumps([flag.removeprefix(FLAGGED) for flag in flags]),
        "tells": json.dumps([told.removeprefix(TELLING) for told in tells]),
    }
    save_file(kept, target, notes)
