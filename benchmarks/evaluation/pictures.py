"""The pictures of docs/evaluation."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import matplotlib
import numpy as np

matplotlib.use("Agg")
from matplotlib import pyplot

from benchmarks.evaluation.measures import BINS, Share, bins, share
from benchmarks.evaluation.messages import INSIDE, OUTSIDE, Read

INK, SECOND, PALE = "#1f5a7a", "#c8642c", "#d5dde2"
LENGTHS = ((1, 4), (5, 8), (9, 14), (15, 25), (26, 200))  # words
DPI = 110


def draw(reads: Sequence[Read], folder: Path) -> None:
    """Writes the four pictures into `folder`."""
    inside = [read for read in reads if read.group in INSIDE]
    _confusion([read for read in inside if read.group == "questions"], folder / "confusion.png")
    _confidence(reads, folder / "confidence.png")
    _forms(inside, folder / "forms.png")
    _outside(reads, folder / "outside.png")


def _confusion(reads: Sequence[Read], file: Path) -> None:
    rows = sorted({read.right[0] for read in reads})
    columns = [*rows, "other"]
    counts = np.zeros((len(rows), len(columns)))
    for read in reads:
        # Where several intents are right, the one that was read is the one that was meant.
        meant = read.intent if read.is_right and read.intent in rows else read.right[0]
        got = read.intent if read.intent in rows else "other"
        counts[rows.index(meant), columns.index(got)] += 1
    figure, axes = pyplot.subplots(figsize=(9, 8))
    axes.imshow(counts / counts.sum(axis=1, keepdims=True), cmap="Blues", vmin=0, vmax=1)
    for (row, column), count in np.ndenumerate(counts):
        if count:
            colour = "white" if row == column else "black"
            axes.text(column, row, int(count), ha="center", va="center", fontsize=7, color=colour)
    axes.set_xticks(range(len(columns)), columns, rotation=90, fontsize=8)
    axes.set_yticks(range(len(rows)), rows, fontsize=8)
    axes.set(xlabel="read as", ylabel="meant")
    _save(figure, file)


def _confidence(reads: Sequence[Read], file: Path) -> None:
    figure, (left, right) = pyplot.subplots(1, 2, figsize=(9, 3.6))
    edges = np.linspace(0, 1, 2 * BINS + 1)
    parts = [[r.confidence for r in reads if r.is_right is kind] for kind in (True, False)]
    left.hist(parts, edges, stacked=True, color=[INK, SECOND], label=["right", "wrong"])
    left.set(xlabel="confidence", ylabel="messages", yscale="log")
    left.legend(frameon=False)
    found = bins(reads)
    right.plot([0, 1], [0, 1], color=PALE)
    right.errorbar(
        [confidence for confidence, _ in found], [s.value for _, s in found],
        _whiskers([s for _, s in found]), fmt="o-", color=INK, capsize=2,
    )  # fmt: skip
    right.set(xlabel="confidence", ylabel="share that was right", xlim=(0, 1), ylim=(0, 1))
    _save(figure, file)


def _forms(reads: Sequence[Read], file: Path) -> None:
    tags = sorted({tag for read in reads for tag in read.tags})
    by_tag = {tag: share(r.is_right for r in reads if tag in r.tags) for tag in tags}
    by_length = {
        f"{low} to {high} words" if high < LENGTHS[-1][1] else f"{low} words and more": share(
            r.is_right for r in reads if low <= len(r.text.split()) <= high
        )
        for low, high in LENGTHS
    }
    figure, panels = pyplot.subplots(1, 2, figsize=(9, 3.8))
    for axes, shares in zip(panels, (by_tag, by_length)):
        names = list(shares)[::-1]
        values = [shares[name] for name in names]
        axes.barh(
            [f"{name} ({shares[name].count})" for name in names], [s.value for s in values],
            xerr=_whiskers(values), color=INK, ecolor=SECOND, capsize=2,
        )  # fmt: skip
        axes.set(xlim=(0.5, 1), xlabel="read right")
    _save(figure, file)


def _outside(reads: Sequence[Read], file: Path) -> None:
    def chances(*groups: str) -> np.ndarray:
        return np.array([read.probability(OUTSIDE) for read in reads if read.group in groups])

    borders = np.linspace(0, 1, 201)[:, None]
    refused = (chances("questions", "typos") >= borders).mean(axis=1)
    figure, axes = pyplot.subplots(figsize=(5.5, 3.8))
    for group, colour in (("far", INK), ("near", SECOND)):
        axes.plot(refused, (chances(group) >= borders).mean(axis=1), color=colour, label=group)
    axes.set(xlim=(0, 0.15), ylim=(0.5, 1.01))
    axes.set(xlabel="questions refused", ylabel="messages from outside caught")
    axes.legend(frameon=False)
    _save(figure, file)


def _whiskers(shares: Sequence[Share]) -> list[list[float]]:
    return [
        [max(0.0, s.value - s.interval[0]) for s in shares],
        [max(0.0, s.interval[1] - s.value) for s in shares],
    ]


def _save(figure: pyplot.Figure, file: Path) -> None:
    for axes in figure.axes:
        axes.spines[["top", "right"]].set_visible(False)
    figure.tight_layout()
    figure.savefig(file, dpi=DPI)
    pyplot.close(figure)
