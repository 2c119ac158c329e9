"""A call is made again when that may help, and not for ever."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from crampwise.channels.chat.trouble import Trouble
from crampwise.channels.chat.trying import MOST_PATIENCE, MOST_WAIT, tried


def trouble(passes: bool = True, retry_after: float | None = None) -> Trouble:
    made = Trouble("no")
    made.passes, made.retry_after = passes, retry_after
    return made


def failing(*troubles: Trouble) -> Callable[[], Awaitable[str]]:
    """A call that fails with each of these, and then does not."""
    left = list(troubles)

    async def once() -> str:
        if left:
            raise left.pop(0)
        return "done"

    return once


async def test_what_may_pass_is_tried_again_more_and_more_seldom(waits: list[float]) -> None:
    assert await tried("hello", failing(*(trouble() for _ in range(5)))) == "done"
    assert len(waits) == 5
    assert waits[0] < waits[-1] <= 1.5 * MOST_WAIT


async def test_the_wait_that_is_asked_for_is_kept(waits: list[float]) -> None:
    await tried("hello", failing(trouble(retry_after=7), trouble(retry_after=3)))
    assert waits == [7, 3]


@pytest.mark.parametrize("fault", [trouble(passes=False), trouble(retry_after=MOST_PATIENCE + 1)])
async def test_what_will_not_pass_soon_is_not_tried_again(
    waits: list[float], fault: Trouble
) -> None:
    with pytest.raises(Trouble):
        await tried("hello", failing(fault))
    assert waits == []


@pytest.mark.parametrize("tries", [1, 4])
async def test_attempts_have_an_end(waits: list[float], tries: int) -> None:
    with pytest.raises(Trouble):
        await tried("hello", failing(*(trouble() for _ in range(9))), tries)
    assert len(waits) == tries - 1
