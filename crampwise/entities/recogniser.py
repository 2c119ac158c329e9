"""Everything that can be recognised in a message, by names and by numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from crampwise.entities.ages import ages, pregnancies, teams
from crampwise.entities.amounts import amounts, household
from crampwise.entities.found import Found
from crampwise.entities.gazetteer import Gazetteer
from crampwise.entities.kidneys import kidneys
from crampwise.entities.levels import levels
from crampwise.entities.past import is_over, is_past, was_expecting
from crampwise.entities.pressure import pressures
from crampwise.entities.stems import Stems
from crampwise.knowledge.base import Knowledge

LIFE_STAGE = "life_stage"
OTHER_MEDICINE = "other_medicine"  # what stands for every medicine that has no entry of its own


class Recogniser:
    """Finds entities whose values are ids of the knowledge base.

    `is_ordinary` tells whether a lower-case word is a usual word of the language, which is then
    never taken for a misspelt name.
    """

    def __init__(self, knowledge: Knowledge, is_ordinary: Callable[[str], bool]) -> None:
        self._gazetteer = Gazetteer(is_ordinary)
        ids = Counter(thing.id for _, thing in knowledge.named())
        self._passing = {name for name, known in knowledge.conditions.items() if known.passes}
        self._two_kinds = frozenset(id for id, kinds in ids.items() if kinds > 1)
        for entity, thing in knowledge.named():
            symbols = getattr(thing, "exact", ())
            self._gazetteer.add(entity, thing.id, (thing.name, *thing.aliases), symbols)
        stems = {stem: m.id for m in knowledge.medicines.values() for stem in m.stems}
        self._stems = Stems(stems, OTHER_MEDICINE, is_ordinary)
        for entity, values in knowledge.terms.items():
            for value, names in values.items():
                self._gazetteer.add(entity, value, names)

    def find(self, text: str) -> list[Found]:
        """The entities of `text` in order of place, none overlapping another."""
        found: list[Found] = []
        text = text.replace("’", "'")
        # What comes first wins: "a glass of milk" is a name before it is an amount.
        for item in [
            *pregnancies(text),
            *kidneys(text),
            *pressures(text),
            *ages(text),
            *teams(text),
            *amounts(text),
            *levels(text),
            *self._gazetteer.find(text),
            *household(text),
        ]:
            if not any(item.start < other.end and other.start < item.end for other in found):
                found.append(replace(item, is_two_kinds=item.value in self._two_kinds))
        found.extend(self._stems.find(text, found))
        told = (item for item in found if not self._is_over(text, item))
        return sorted(told, key=lambda item: item.start)

    def _is_over(self, text: str, item: Found) -> bool:
        """Whether it is a stage of life, a medicine or an illness that somebody has behind them."""
        if item.entity == LIFE_STAGE:
            return is_past(text, item.start)
        if item.value == "pregnancy" and was_expecting(text, item.start, item.end):
            return True
        passes = item.entity == "medicine" or item.value in self._passing
        return passes and is_over(text, item.start, item.end)
