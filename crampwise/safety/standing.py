"""How far a mention tells of somebody's danger now: negation, time and manner of speech."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from crampwise.safety import asking, negation, past
from crampwise.safety.mentions import Mention
from crampwise.safety.passage import Passage


class Standing(Enum):
    """What a mention is worth."""

    TOLD = "told"
    EASED = "eased"  # told as gone again: enough for an emergency only
    VOID = "void"


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

    def standing(self, mention: Mention) -> Standing:
        """What `mention` is worth, by the kind of its group."""
        if mention.kind == "parts":
            return Standing.TOLD
        if mention.start in self._denied and mention.stop - 1 in self._denied:
            return Standing.VOID
        clause = self._passage.clause[mention.start]
        time = self._times[clause]
        if mention.kind == "settings":
            return Standing.TOLD
        if mention.kind == "always":
            return Standing.VOID if time is past.Time.LONG_OVER else Standing.TOLD
        general_from = self._general[clause]
        if general_from is not None and mention.start >= general_from:
            return Standing.VOID
        if time in (past.Time.OVER, past.Time.LONG_OVER):
            return Standing.VOID
        return Standing.EASED if time is past.Time.EASED else Standing.TOLD
