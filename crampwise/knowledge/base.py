"""The loaded knowledge base: read once, never written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from crampwise.knowledge.dangers import Advised, Contact, RedFlag
from crampwise.knowledge.portions import Portions
from crampwise.knowledge.schema import (
    Caution,
    Condition,
    Facet,
    FacetQuestion,
    Medicine,
    Named,
    Nutrient,
    Passage,
    Remedy,
    Source,
    Topic,
)
from crampwise.knowledge.tables import Diet, Food, Intake, Measure
from crampwise.knowledge.talk import Check, Forgetting, Household, Person, SmallTalks


@dataclass(frozen=True)
class Knowledge:
    """Everything the bot knows, by id. Made by `crampwise.knowledge.loader.load`."""

    sources: dict[str, Source] = field(default_factory=dict)
    nutrients: dict[str, Nutrient] = field(default_factory=dict)
    foods: dict[str, Food] = field(default_factory=dict)
    intakes: tuple[Intake, ...] = ()
    measures: dict[str, Measure] = field(default_factory=dict)
    diets: dict[str, Diet] = field(default_factory=dict)
    portions: Portions = field(default_factory=Portions)
    medicines: dict[str, Medicine] = field(default_factory=dict)
    conditions: dict[str, Condition] = field(default_factory=dict)
    remedies: dict[str, Remedy] = field(default_factory=dict)
    cautions: dict[str, Caution] = field(default_factory=dict)
    topics: dict[str, Topic] = field(default_factory=dict)
    facets: dict[Facet, FacetQuestion] = field(default_factory=dict)
    red_flags: dict[str, RedFlag] = field(default_factory=dict)
    danger_advice: dict[str, Advised] = field(default_factory=dict)
    contacts: dict[str, tuple[Contact, ...]] = field(default_factory=dict)
    wording: dict[str, str] = field(default_factory=dict)
    # Words for times, people, body parts and symptoms: entity, then id, then names.
    terms: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    # Whom a question can be about, with the words for them.
    people: dict[str, Person] = field(default_factory=dict)
    # Household measures, for adding foods up.
    household: dict[str, Household] = field(default_factory=dict)
    cramp_check: Check = field(default_factory=Check)
    small_talk: SmallTalks = field(default_factory=SmallTalks)
    forgetting: Forgetting = field(default_factory=Forgetting)

    def named(self) -> Iterator[tuple[str, Named | Food]]:
        """Everything that people call by name, with its entity type."""
        for entity, things in (
            ("nutrient", self.nutrients),
            ("medicine", self.medicines),
            ("condition", self.conditions),
            # Before the foods: tonic water is both, and asked about as a remedy.
            ("remedy", self.remedies),
            ("food", self.foods),
        ):
            for thing in things.values():
                yield entity, thing

    def passages(self) -> Iterator[tuple[str, str, Passage]]:
        """Every passage a reader may be shown, as (file, key, passage)."""
        for nutrient in self.nutrients.values():
            for facet, content in nutrient.facets.items():
                if isinstance(content, Passage):
                    yield f"nutrients/{nutrient.id}.yml", f"facets.{facet.value}", content
        for topic in self.topics.values():
            yield "topics.yml", topic.id, topic.passage
        for remedy in self.remedies.values():
            yield "remedies.yml", f"{remedy.id}.about", remedy.about
        for file, things in (
            ("medicines.yml", self.medicines),
            ("conditions.yml", self.conditions),
        ):
            for thing in things.values():  # type: ignore[attr-defined]
                yield file, f"{thing.id}.about", thing.about
                for nutrient_id, passage in thing.with_nutrient.items():
                    yield file, f"{thing.id}.with_nutrient.{nutrient_id}", passage

    def medicine_line(self, identity: str) -> tuple[str, ...]:
        """A medicine's id and those of the classes it belongs to, nearest first."""
        line: list[str] = []
        while identity in self.medicines and identity not in line:
            line.append(identity)
            identity = self.medicines[identity].parent or ""
        return tuple(line)
