"""Shares with their confidence intervals, calibration, and entity F1."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.evaluation.messages import Read

NORMAL_95 = 1.96  # standard deviations that hold 95% of a normal distribution
BINS = 10


@dataclass(frozen=True)
class Share:
    """`hits` of `count`."""

    hits: int
    count: int

    @property
    def value(self) -> float:
        return self.hits / self.count if self.count else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """The 95% interval of Wilson 1927, which holds also near 0 and 1."""
        if not self.count:
            return 0.0, 1.0
        n, z = self.count, NORMAL_95
        middle = (self.value + z * z / (2 * n)) / (1 + z * z / n)
        half = z / (1 + z * z / n) * math.sqrt(self.value * (1 - self.value) / n + (z / 2 / n) ** 2)
        return max(0.0, middle - half), min(1.0, middle + half)

    def __str__(self) -> str:
        low, high = self.interval
        return f"{self.value:.1%} ({low:.1%} to {high:.1%})"


def share(hits: Iterable[bool]) -> Share:
    """The share of true ones."""
    found = list(hits)
    return Share(sum(found), len(found))


def bins(reads: Sequence[Read]) -> list[tuple[float, Share]]:
    """By tenths of confidence: the mean confidence, and the share that was right."""
    found: list[list[Read]] = [[] for _ in range(BINS)]
    for read in reads:
        found[min(int(read.confidence * BINS), BINS - 1)].append(read)
    return [
        (sum(r.confidence for r in part) / len(part), share(r.is_right for r in part))
        for part in found
        if part
    ]


def calibration_error(reads: Sequence[Read]) -> float:
    """The expected calibration error: how far confidence and rightness lie apart on average."""
    return sum(
        abs(confidence - right.value) * right.count / len(reads)
        for confidence, right in bins(reads)
    )


# Kinds that the held-out messages mark wherever they occur. Others (remedies, conditions, times)
# are marked only where the question turns on them, so that finding more of them is no mistake.
MARKED_IN_FULL = ("nutrient", "food", "medicine", "age")


def entity_f1(reads: Sequence[Read]) -> float:
    """F1, micro-averaged over MARKED_IN_FULL."""
    hits = false = missed = 0
    for read in reads:
        marked = {item for item in read.marked if item[0] in MARKED_IN_FULL}
        found = {item for item in read.found if item[0] in MARKED_IN_FULL}
        hits += len(marked & found)
        false += len(found - marked)
        missed += len(marked - found)
    return 2 * hits / (2 * hits + false + missed)


def entities_found(reads: Sequence[Read]) -> Share:
    """How many of the marked entities, of every kind, were found."""
    return share(item in read.found for read in reads for item in read.marked)
