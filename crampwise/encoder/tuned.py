"""Reads what was tuned (docs/tuning.md): differences from MiniLM's weights, a byte each."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from safetensors import SafetensorError, safe_open  # type: ignore[attr-defined]

from crampwise.errors import Mendable

PATH = Path(__file__).resolve().parents[2] / "data" / "encoder" / "danger.safetensors"
SCALE = ".scale"  # ends the name of what a row's bytes are worth


class TunedError(Mendable):
    """The tuned weights are missing or broken."""


@dataclass(frozen=True)
class Tuned:
    """The tuned network: its `weights`, how many of MiniLM's `layers`, its first labels."""

    weights: dict[str, np.ndarray]
    layers: int
    flags: tuple[str, ...]


def short_hash(path: Path = PATH) -> str:
    """What differs wherever the file does. Raises TunedError without one."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()[:12]
    except OSError as error:
        raise TunedError(f"{path}: {error.strerror}.") from error


def merged(weights: dict[str, np.ndarray], path: Path = PATH) -> Tuned:
    """MiniLM's `weights` with the differences added, and the last layer ("odds").

    Raises TunedError when the file is missing or not one that `tuning` wrote.
    """
    found = dict(weights)
    try:
        with safe_open(str(path), "np") as file:  # type: ignore[attr-defined]
            flags = tuple(json.loads(file.metadata()["flags"]))
            names = [name for name in file.keys() if not name.endswith(SCALE)]  # noqa: SIM118
            for name in names:
                value = file.get_tensor(name).astype(np.float32)
                if value.ndim == 2:
                    value = value * file.get_tensor(name + SCALE)
                found[name] = found[name] + value if name in weights else value
    except (OSError, SafetensorError, KeyError, TypeError, ValueError) as error:
        raise TunedError(f"{path} is not what the tuning wrote ({error}): get it anew.") from error
    layers = {name.split(".")[2] for name in names if name.startswith("encoder.layer.")}
    return Tuned(found, len(layers), flags)
