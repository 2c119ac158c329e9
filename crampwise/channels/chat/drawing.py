"""Draws a chart with matplotlib.

Figures are made without pyplot, which would keep every one of them in memory.
"""

from __future__ import annotations

import io
import textwrap

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from crampwise.answers.amounts import written
from crampwise.channels.chat.blocks import Chart

INK, FAINT, FILL, NEED = "#1d2b2a", "#5b6b69", "#0b6b62", "#a33b12"
WIDTH, BAR_HEIGHT, FRAME_HEIGHT = 6.4, 0.5, 1.6  # inches
DOTS = 150  # an inch: sharp on a phone's screen
LABEL_WIDTH, TITLE_WIDTH = 22, 52  # characters
ROOM = 1.22  # to the right of the longest bar, for its figure


def draw(chart: Chart) -> bytes:
    """`chart` as a PNG: a bar an entry, first on top, and the need as a line across."""
    figure = Figure(
        figsize=(WIDTH, FRAME_HEIGHT + BAR_HEIGHT * len(chart.bars)),
        dpi=DOTS,
        facecolor="white",
        tight_layout=True,
    )
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    values = [bar.value for bar in chart.bars]
    places = list(range(len(values)))
    axes.barh(places, values, height=0.62, color=FILL)
    for place, value in zip(places, values):
        axes.annotate(
            plain(written(value, chart.unit)),
            (value, place),
            xytext=(5, 0),
            textcoords="offset points",
            va="center",
            color=INK,
            # The line of the need must not run through the figure.
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 1.0},
        )
    if chart.need is not None:
        need = written(chart.need.value, chart.unit)
        label = plain(f"{chart.need.label}: {need}")
        axes.axvline(chart.need.value, color=NEED, linestyle="--", zorder=0, label=label)
        axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.02), frameon=False)
    most = max([*values, chart.need.value if chart.need else 0.0]) or 1.0
    axes.set_xlim(0, most * ROOM)
    axes.set_yticks(places)
    axes.set_yticklabels([textwrap.fill(plain(bar.label), LABEL_WIDTH) for bar in chart.bars])
    axes.invert_yaxis()
    axes.set_title(textwrap.fill(plain(chart.caption), TITLE_WIDTH), color=INK)
    axes.tick_params(left=False, bottom=False, labelbottom=False, labelcolor=FAINT)
    for side in ("top", "right", "bottom", "left"):
        axes.spines[side].set_visible(False)
    picture = io.BytesIO()
    figure.savefig(picture, format="png")
    return picture.getvalue()


def plain(text: str) -> str:
    """`text` without what matplotlib would read as mathematics."""
    return text.replace("$", r"\$")
