"""How far a mention tells of somebody's danger now: negation, time and manner of speech."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from typing import TypeVar

from crampwise.safety import asking, negation, past
from crampwise.safety.mentions import Mention
from crampwise.safety.passage import Passage

T = TypeVar("T")


class Standing(Enum):
    """What a mention is worth."""

    TOLD = "told"
    EASED = "eased"  # told as gone again: enough for an emergency only
    DENIED = "denied"
    OVER = "over"
    GENERAL = "general"


class Judge:
    """Judges the mentions of one passage."""

    def __init__(self, passage: Passage, mentions: Iterable[Mention]) -> None:
        self._passage = passage
        told = {
            place for mention in mentions if mention.kind != "parts" for place in mention.places
        }
        self._denied = negation.denied(passage, told)
        self._times = past.times(passage)
        self._general = asking.general(passage)

    @property
    def share_general(self) -> float:
        """How much of the passage asks in general or supposes, 0 to 1."""
        return _share(self._general, lambda place: place is not None)

    @property
    def share_over(self) -> float:
        """How much of the passage tells of what is over, 0 to 1."""
        return _share(self._times, lambda time: time is not past.Time.NOW)

    def is_of_late(self, mention: Mention) -> bool:
        """Whether it is told, and not asked, as of now or the last days."""
        clause = self._passage.clause[mention.start]
        general_from = self._general[clause]
        if general_from is not None and mention.start >= general_from:
            return False
        return self._times[clause] not in (past.Time.OVER, past.Time.LONG_OVER)

    def standing(self, mention: Mention) -> Standing:
        """What `mention` is worth, by the kind of its group."""
        if mention.kind == "parts":
            return Standing.TOLD
        if mention.start in self._denied and mention.stop - 1 in self._denied:
            return Standing.DENIED
        clause = self._passage.clause[mention.start]
        time = self._times[clause]
        if mention.kind in ("settings", "asides"):
            return Standing.TOLD
        if mention.kind == "always":
            return Standing.OVER if time is past.Time.LONG_OVER else Standing.TOLD
        general_from = self._general[clause]
        if general_from is not None and mention.start >= general_from:
            return Standing.GENERAL
        if time in (past.Time.OVER, past.Time.CLEARED, past.Time.LONG_OVER):
            return Standing.OVER
        return Standing.EASED if time is past.Time.EASED else Standing.TOLD


def _share(clauses: Sequence[T], counts: Callable[[T], bool]) -> float:
    return sum(map(counts, clauses)) / len(clauses) if clauses else 0.0
