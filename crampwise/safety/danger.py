"""How long a danger that was told is kept in mind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from crampwise.knowledge.schema import Level
from crampwise.safety.aftermath import Aftermath

DANGER = "danger"  # the slot that keeps what was told
# Reminders that take the place of other answers, by level, unless the person says before that
# they sought care, that it is not so, or that they ask about something else. Danger that may wait
# for an appointment is told once.
REMINDERS: dict[Level, int] = {"emergency": 6, "same_day": 3, "soon": 0}
# A wish to die is not unsaid by a joke or a change of subject.
ONLY_CARE_ENDS = frozenset({"self_harm", "overdose_on_purpose"})
SEVERITY: tuple[Level, ...] = ("emergency", "same_day", "soon")


@dataclass(frozen=True)
class Danger:
    """A red flag that was raised, and how many reminders of it are left.

    Once care was `sought` it is only reminded of where a message goes back to it; then `left` are
    the messages for which it is kept in mind.
    """

    flag: str
    level: Level
    left: int
    sought: bool = False

    @classmethod
    def told(cls, flag: str, level: Level) -> Danger:
        """One just told."""
        return cls(flag, level, REMINDERS[level])

    @classmethod
    def kept(cls, slot: Mapping[str, Any] | None) -> Danger | None:
        """The one that the slot keeps, if any is left of it."""
        return cls(**slot) if slot and slot["left"] > 0 else None

    def ends_with(self, told: Aftermath | None) -> bool:
        """Whether what the person said of it leaves nothing to remind of."""
        if told is Aftermath.WORSE:
            return False
        if self.flag in ONLY_CARE_ENDS:
            return told is Aftermath.CARED
        # A stroke or a heart attack may ease and come back.
        return told is not None and not (told is Aftermath.EASED and self.level == "emergency")

    def reminded(self) -> Danger | None:
        """This after one reminder; None after the last."""
        return replace(self, left=self.left - 1) if self.left > 1 else None

    def cared_for(self) -> Danger | None:
        """This once care was sought: it may get worse, and people ask what to do meanwhile."""
        left = REMINDERS[self.level]
        return replace(self, left=left, sought=True) if left else None

    def or_worse(self, before: Danger | None) -> Danger:
        """This, or the one told `before` when that is more severe."""
        if before and SEVERITY.index(before.level) < SEVERITY.index(self.level):
            return before
        return self
