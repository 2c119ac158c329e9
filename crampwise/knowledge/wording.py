"""Checks the sentences of wording.yml.

A missing sentence or a misspelt {placeholder} would fail while a person is being answered, so both
are found when the file is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from string import Formatter

from crampwise.knowledge.placeholders import PLACEHOLDERS


def problems(wording: dict[str, str]) -> Iterator[tuple[str, str]]:
    """What is wrong, as (key, reason)."""
    for key, known in PLACEHOLDERS.items():
        if key not in wording:
            yield key, "is missing"
            continue
        try:
            used = {name for _, name, _, _ in Formatter().parse(wording[key]) if name is not None}
        except ValueError as error:
            yield key, f"has a brace that does not fit ({error})"
            continue
        for name in sorted(used - known):
            yield key, f"uses {{{name}}}, which is not filled in here; known are {sorted(known)}"
