"""Toy problems: clouds of points around one centre a label."""

from __future__ import annotations

import numpy as np

NAMES = ["dose", "foods", "greet", "relief"]
OUTSIDE = "elsewhere"
WIDTH = 40
CENTRES = np.random.default_rng(0).normal(size=(len(NAMES) + 20, WIDTH))


def phrases(
    labels: int, each: int, spread: float = 0.5, seed: int = 1
) -> tuple[np.ndarray, list[str]]:
    """`each` points around the centre of each of the first labels, and their names."""
    draw = np.random.default_rng(seed)
    names = [name for name in NAMES[:labels] for _ in range(each)]
    rows = np.repeat(CENTRES[:labels], each, axis=0)
    return (rows + draw.normal(scale=spread, size=rows.shape)).astype(np.float32), names


def strange(each: int, seed: int = 1) -> np.ndarray:
    """Points around twenty centres that belong to no label."""
    draw = np.random.default_rng(seed)
    rows = np.repeat(CENTRES[len(NAMES) :], each, axis=0)
    return (rows + draw.normal(scale=0.5, size=rows.shape)).astype(np.float32)
