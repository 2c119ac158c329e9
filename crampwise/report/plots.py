"""The plots of the report, as SVG."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from matplotlib.dates import AutoDateLocator, ConciseDateFormatter
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

WIDTH, HEIGHT = 7.2, 2.6  # inches
WEEK = 7  # days at least
ROW = 0.28  # inches a bar of a list
PLAIN = "#0b6e69"
SEVERE_FIRST = ("#a4161a", "#e07a1f", "#e3bd3d")  # also told apart without colour, by lightness


def by_day(
    counts: Mapping[str, Counter[date]], caption: str, colours: Sequence[str] = (PLAIN,)
) -> str:
    """Bars a day, one of the `colours` a name, stacked. There must be something to show."""
    figure = Figure(figsize=(WIDTH, HEIGHT))
    axes = figure.subplots()
    known = [day for days in counts.values() for day in days]
    last = max(known)
    # A week at least, so that a bar is as wide as a day and not as the whole plot.
    days = _every_day(min(*known, last - timedelta(days=WEEK - 1)), last)
    below = [0] * len(days)
    for colour, (name, found) in zip(colours, counts.items()):
        heights = [found[day] for day in days]
        axes.bar(days, heights, bottom=below, color=colour, label=name)
        below = [low + high for low, high in zip(below, heights)]
    locator = AutoDateLocator(minticks=1, maxticks=7)
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(ConciseDateFormatter(locator))
    if len(counts) > 1:
        axes.legend(frameon=False, fontsize="small", loc="upper left", bbox_to_anchor=(1, 1))
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    return _svg(figure, caption)


def as_list(counts: Sequence[tuple[str, int]], caption: str) -> str:
    """A bar a name, the first on top."""
    figure = Figure(figsize=(WIDTH, 0.8 + ROW * len(counts)))
    axes = figure.subplots()
    names, numbers = [name for name, _ in counts], [number for _, number in counts]
    bars = axes.barh(names, numbers, color=PLAIN)
    axes.bar_label(bars, padding=3)
    axes.invert_yaxis()
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    return _svg(figure, caption)


def _every_day(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def _svg(figure: Figure, caption: str) -> str:
    [axes] = figure.axes
    axes.spines[["top", "right"]].set_visible(False)
    figure.tight_layout()
    file = io.StringIO()
    # No date and no maker: the same numbers give the same page.
    figure.savefig(file, format="svg", metadata={"Date": None, "Creator": None, "Title": caption})
    text = file.getvalue()
    picture = text[text.index("<svg") :]
    return picture.replace("<svg", f'<svg role="img" aria-label="{caption}"', 1)
