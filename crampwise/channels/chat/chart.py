"""Charts for services that show pictures: as a PNG, and in words.

matplotlib takes seconds to import and to find its fonts, so `prepare` has that done in a thread
while the bot starts, and not while somebody waits.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

from crampwise.answers.amounts import written
from crampwise.channels.chat.blocks import Bar, Chart

# One thread: matplotlib is not safe in several, and one chart must not slow every conversation.
_drawing = ThreadPoolExecutor(max_workers=1, thread_name_prefix="chart")


async def prepare() -> None:
    """Draws a first chart, so that everything is loaded before anybody waits for one."""
    await picture(Chart("", "", (Bar("", 1.0),), Bar("", 1.0)))


async def picture(chart: Chart) -> bytes:
    """`chart` as a PNG, drawn in a thread: other conversations go on."""
    return await asyncio.get_running_loop().run_in_executor(_drawing, _draw, chart)


def spoken(chart: Chart) -> str:
    """The same figures in words, for the picture's caption and for those who do not see it."""
    lines = [f"{chart.caption}:" if chart.caption else ""]
    lines += [f"{bar.label}: {written(bar.value, chart.unit)}" for bar in chart.bars]
    if chart.need is not None:
        lines.append(f"{chart.need.label}: {written(chart.need.value, chart.unit)}")
    return "\n".join(line for line in lines if line)


def _draw(chart: Chart) -> bytes:
    from crampwise.channels.chat.drawing import draw

    return draw(chart)
