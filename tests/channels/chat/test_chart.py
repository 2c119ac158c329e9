"""Charts as pictures and in words."""

from __future__ import annotations

import io

import pytest
from matplotlib import image

from crampwise.channels.chat.blocks import Bar, Chart
from crampwise.channels.chat.chart import picture, spoken
from crampwise.channels.chat.drawing import DOTS, FILL, NEED, WIDTH, draw

NEED_BAR = Bar("Need of women", 320.0)
TWO = Chart("Magnesium", "mg", (Bar("Almonds", 76.6), Bar("Salmon", 31.0)), NEED_BAR)


def colours(chart: Chart) -> dict[str, int]:
    """How many points of the picture have each colour."""
    points = image.imread(io.BytesIO(draw(chart)), format="png")
    assert points.shape[1] == round(WIDTH * DOTS)
    found: dict[str, int] = {}
    for row in (points[:, :, :3] * 255).round().astype(int).reshape(-1, 3).tolist():
        name = "#{:02x}{:02x}{:02x}".format(*row)
        found[name] = found.get(name, 0) + 1
    return found


def test_bars_grow_with_their_values():
    small = Chart("", "mg", (Bar("a", 10.0), Bar("b", 10.0)), Bar("need", 100.0))
    large = Chart("", "mg", (Bar("a", 50.0), Bar("b", 50.0)), Bar("need", 100.0))
    assert 4.5 < colours(large)[FILL] / colours(small)[FILL] < 5.5


def test_the_need_is_drawn_only_where_there_is_one():
    assert colours(TWO)[NEED] > 100
    assert NEED not in colours(Chart(TWO.caption, TWO.unit, TWO.bars))


@pytest.mark.parametrize(
    "chart",
    [
        Chart("Nothing", "mg", (Bar("Water", 0.0),)),
        Chart("Costs $5 and $x^$", "m$g$", (Bar("$\\frac{", 1.0),), Bar("$", 2.0)),
        Chart("Many " * 40, "mg", tuple(Bar(f"Food {n} " * 9, n * 1000.0) for n in range(15))),
    ],
)
def test_any_chart_can_be_drawn(chart):
    assert draw(chart).startswith(b"\x89PNG")


async def test_a_chart_is_drawn_while_others_go_on():
    assert await picture(TWO) == draw(TWO)


def test_the_words_hold_every_figure_rounded_as_in_the_answer():
    assert spoken(TWO) == "Magnesium:\nAlmonds: 77 mg\nSalmon: 31 mg\nNeed of women: 320 mg"
    assert spoken(Chart("", "mg", (Bar("Bread", 1240.0),))) == "Bread: 1,240 mg"
