"""To whom of those named a mention belongs: "my mother, 82, on warfarin"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crampwise.entities import Found
from crampwise.people.told import INFANT
from crampwise.people.whom import NOT
from crampwise.people.words import CHILD, SELF, Marker

YOUNG = frozenset({INFANT, "child"})  # life stages of nobody who writes
YOUNGEST = 8  # years; whoever writes is older
# "I'm only a kid", "growing pains": said of oneself all the same.
_I_AM = re.compile(r"\b(?:i am|i'm|im|being|as) (?:just |only |still )?an? $", re.IGNORECASE)
# "Breastfeeding a three month old, she's thriving": of whoever writes, and not of "she".
_FEEDS = re.compile(
    r"(?:breast[ -]?feeding|nursing) (?:an?|my|our|her|him|twins|both)\b", re.IGNORECASE
)
BREASTFEEDING = "breastfeeding"  # the condition
_OF_ANY_AGE = re.compile(r"pains|school|age", re.IGNORECASE)


@dataclass(frozen=True)
class Owners:
    """Who is spoken of where in `text`; `now` is whom the conversation is about."""

    text: str
    markers: Sequence[Marker]
    now: str

    def at(self, place: int) -> str:
        """Whose what stands at `place` is: the last named before it, else the first after it."""
        before = [marker for marker in self.markers if marker.start <= place]
        if before:
            # "It's my mother, not me, who takes it".
            named = [m for m in before if not NOT.search(self.text[: m.start])]
            return (named or before)[-1].person
        return self.markers[0].person if self.markers else self.now

    def of(self, mention: Found) -> str:
        """Whose `mention` is; a baby that is fed is no owner, and a small child writes nothing."""
        if self.feeds(mention):
            return SELF
        owner = self.at(mention.start)
        return CHILD if owner == SELF and _too_young(self.text, mention) else owner

    def teller(self, sentence: Found) -> str:
        """Of whom a whole sentence tells: the first it names, else whoever was named before."""
        named = [m for m in self.markers if sentence.start <= m.start < sentence.end]
        return named[0].person if named else self.at(sentence.start)

    def feeds(self, mention: Found) -> bool:
        """Whether whoever writes feeds a baby: it is named after that, and nobody before."""
        alone = not any(marker.start <= mention.start for marker in self.markers)
        fed = _FEEDS.match(self.text, mention.start)
        return mention.value == BREASTFEEDING and alone and bool(fed)

    def named_by(self, mention: Found) -> bool:
        """Whether `mention` is the name of somebody, or stands within it."""
        return any(m.start <= mention.start and mention.end <= m.end for m in self.markers)


def _too_young(text: str, mention: Found) -> bool:
    """Whether a life stage or an age is that of a child of whoever writes: "got two kids"."""
    if mention.entity == "age":
        return int(mention.value) < YOUNGEST
    named = text[mention.start : mention.end]
    young = mention.entity == "life_stage" and mention.value in YOUNG
    return young and not (_OF_ANY_AGE.search(named) or _I_AM.search(text[: mention.start]))
