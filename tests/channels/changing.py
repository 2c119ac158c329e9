"""Real messages of a service, changed at random: parts are missing, or something else."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import strategies as st

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(), max_size=20)
    | st.sampled_from(["private", "group", "/start", "@CrampwiseBot", "\ud800", "x" * 5000])
    | st.sampled_from(["im", "channel", "message", "<@UBOT>", "UBOT", "D7", "home", "<!here>"])
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of everything inside `value`."""
    inside = value.items() if isinstance(value, dict) else ()
    if isinstance(value, list):
        inside = enumerate(value)
    found = [] if not path else [path]
    for name, part in inside:
        found += places(part, (*path, name))
    return found


@st.composite
def changed(draw: st.DrawFn, sample: dict[str, Any]) -> dict[str, Any]:
    """`sample`, in which up to three things are missing or something else."""
    update = copy.deepcopy(sample)
    for _ in range(draw(st.integers(1, 3))):
        *way, last = draw(st.sampled_from(places(update)))
        holder: Any = update
        for name in way:
            holder = holder[name]
        if isinstance(holder, dict) and draw(st.booleans()):
            del holder[last]
        else:
            holder[last] = draw(VALUES)
        if not places(update):
            break
    return update
