"""Dataclasses of arrays (and of such dataclasses) to named arrays and back, for .npz files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar, get_type_hints

import numpy as np

T = TypeVar("T")


def arrays_of(thing: Any, prefix: str = "") -> dict[str, np.ndarray]:
    """The arrays in `thing` by their place, such as "labeller.weights"."""
    found: dict[str, np.ndarray] = {}
    for field in fields(thing):
        value = getattr(thing, field.name)
        if is_dataclass(value):
            found.update(arrays_of(value, f"{prefix}{field.name}."))
        else:
            found[prefix + field.name] = value
    return found


def of_arrays(kind: type[T], arrays: Mapping[str, np.ndarray], prefix: str = "") -> T:
    """The `kind` whose arrays those are. Raises KeyError when one is missing."""
    values: dict[str, Any] = {}
    for name, hint in get_type_hints(kind).items():
        if is_dataclass(hint):
            values[name] = of_arrays(hint, arrays, f"{prefix}{name}.")  # type: ignore[arg-type]
        else:
            values[name] = arrays[prefix + name]
    return kind(**values)
