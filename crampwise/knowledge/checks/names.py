"""Every name belongs to one thing."""

from __future__ import annotations

from collections.abc import Iterator

from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.errors import Problem


def names(knowledge: Knowledge) -> Iterator[Problem]:
    """Names that two things share."""
    owner: dict[str, tuple[str, str]] = {}
    for entity, thing in knowledge.named():
        for name in {thing.name.lower(), *(alias.lower() for alias in thing.aliases)}:
            kind, identity = owner.setdefault(name, (entity, thing.id))
            # A food that is a remedy too has the same id in both tables.
            both_tables = {kind, entity} <= {"food", "remedy"}
            if identity != thing.id or not (kind == entity or both_tables):
                reason = f"is a name of {kind} {identity} too"
                yield Problem(f"{entity} {thing.id}", f"'{name}'", reason)
