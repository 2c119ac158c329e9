"""Every name belongs to one thing."""

from __future__ import annotations

from collections.abc import Iterator

from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.errors import Problem


def names(knowledge: Knowledge) -> Iterator[Problem]:
    """Names that two things share."""
    owner: dict[str, str] = {}
    for entity, thing in knowledge.named():
        for name in {thing.name.lower(), *(alias.lower() for alias in thing.aliases)}:
            # A food that is a remedy too has the same id in both tables.
            mine = f"{entity.replace('food', 'remedy')} {thing.id}"
            if owner.setdefault(name, mine) != mine:
                yield Problem(
                    f"{entity} {thing.id}", f"'{name}'", f"is a name of {owner[name]} too"
                )
