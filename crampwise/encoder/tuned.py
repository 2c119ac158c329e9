"""Reads what was tuned (docs/tuning.md): differences from MiniLM's weights, a byte each."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from safetensors import SafetensorError, safe_open  # type: ignore[attr-defined]

from crampwise.errors import Mendable

PATH = Path(__file__).resolve().parents[2] / "data" / "encoder" / "tuned.safetensors"
FAULTS = (OSError, SafetensorError, KeyError, TypeError, ValueError)  # of a file that is not one
SCALE = ".scale"  # ends the name of what a row's bytes are worth


class TunedError(Mendable):
    """The tuned weights are missing or broken."""


@dataclass(frozen=True)
class Tuned:
    """The tuned network: its `weights`, how many of MiniLM's `layers`, its labels.

    First stand the red `flags`, then the ids of what it `tells` of.
    """

    weights: dict[str, np.ndarray]
    layers: int
    flags: tuple[str, ...]
    tells: tuple[str, ...]


def short_hash(path: Path = PATH) -> str:
    """What differs wherever the file does. Raises TunedError without one."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()[:12]
    except OSError as error:
        raise TunedError(f"{path}: {error.strerror}.") from error


def told(path: Path = PATH) -> tuple[str, ...]:
    """The ids of the illnesses and medicines that the network tells of, in its order.

    Raises TunedError when the file is missing or not one that `tuning` wrote.
    """
    try:
        with safe_open(str(path), "np") as file:  # type: ignore[attr-defined]
            return _labels(file.metadata(), "tells")
    except FAULTS as error:
        raise _broken(path, error) from error


def merged(weights: dict[str, np.ndarray], path: Path = PATH) -> Tuned:
    """MiniLM's `weights` with the differences added, and the last layer ("odds").

    Raises TunedError when the file is missing or not one that `tuning` wrote.
    """
    found = dict(weights)
    try:
        with safe_open(str(path), "np") as file:  # type: ignore[attr-defined]
            notes = file.metadata()
            flags, tells = _labels(notes, "flags"), _labels(notes, "tells")
            names = [name for name in file.keys() if not name.endswith(SCALE)]  # noqa: SIM118
            for name in names:
                value = file.get_tensor(name).astype(np.float32)
                if value.ndim == 2:
                    value = value * file.get_tensor(name + SCALE)
                found[name] = found[name] + value if name in weights else value
    except FAULTS as error:
        raise _broken(path, error) from error
    layers = {name.split(".")[2] for name in names if name.startswith("encoder.layer.")}
    return Tuned(found, len(layers), flags, tells)


def _labels(notes: dict[str, str], kind: str) -> tuple[str, ...]:
    return tuple(json.loads(notes[kind]))


def _broken(path: Path, error: Exception) -> TunedError:
    return TunedError(f"{path} is not what the tuning wrote ({error}): get it anew.")
