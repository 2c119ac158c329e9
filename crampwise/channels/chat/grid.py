"""Sets a table in characters of one width, narrow enough for a phone."""

from __future__ import annotations

import textwrap
from itertools import zip_longest

from crampwise.channels.chat.blocks import Grid

WIDTH = 36  # characters that fit on a phone without wrapping
NARROWEST = 6
GAP = "  "


def lines(grid: Grid) -> list[str]:
    """Head, a rule and the rows; cells that are too wide go on in the next line."""
    table = [list(grid.columns), *(list(row) for row in grid.rows)]
    widths = _widths(table)
    rule = ["-" * width for width in widths]
    head, *rows = [_row(row, widths) for row in table]
    return [*head, GAP.join(rule), *(line for row in rows for line in row)]


def _widths(table: list[list[str]]) -> list[int]:
    """As wide as the widest cell, the widest column narrowed until the table fits."""
    widths = [max(len(cell) for cell in column) for column in zip_longest(*table, fillvalue="")]
    while sum(widths) + len(GAP) * (len(widths) - 1) > WIDTH and max(widths) > NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _row(cells: list[str], widths: list[int]) -> list[str]:
    wrapped = [textwrap.wrap(cell, width) for cell, width in zip(cells, widths)]
    return [
        GAP.join(part.ljust(width) for part, width in zip(line, widths)).rstrip()
        for line in zip_longest(*wrapped, fillvalue="")
    ]
