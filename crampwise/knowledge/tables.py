"""The shapes of the tables: foods, diets, intakes, and the units that nutrients are measured in."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, validator

from crampwise.knowledge.schema import Fact, Id, Level, Model, given


class Food(Model):
    """A row of foods.csv: amounts per 100 g (USDA SR28), and one household serving."""

    id: str = Id
    name: str
    aliases: tuple[str, ...] = ()
    serving: str
    serving_g: float = Field(..., gt=0, le=1000)
    category: str
    diet: tuple[str, ...] = ()
    headline: bool = True
    note: str = ""
    source: str
    per_100_g: dict[str, float | None]


class Diet(Model):
    """A diet by which lists of foods are told.

    The foods of it name it in foods.csv, or hold `at_most` so much of a nutrient in a serving.
    """

    id: str = Id
    name: str
    leaves_out: tuple[str, ...] = ()
    at_most: dict[str, float] = {}
    sources: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()


class Intake(Model):
    """A row of intakes.csv: what one life stage needs of one nutrient a day."""

    nutrient: str
    life_stage: str
    kind: Literal["RDA", "AI"]
    amount: float = Field(..., gt=0)
    unit: Literal["mg", "mcg", "g"]
    upper_limit: float | None
    upper_limit_note: str = ""
    reduction_target: float | None = None  # sodium's "reduce if above" (CDRR)
    source: str


class Band(Fact):
    """What a blood level of less than `below` means (the highest band has no `below`)."""

    below: float | None = None
    urgency: Level | None = None


class Blood(Model):
    """A nutrient's level in blood: bands in `unit`, and how many of it each other unit is."""

    unit: str
    other: dict[str, float] = {}
    sources: tuple[str, ...]
    _sources_given = validator("sources", allow_reuse=True)(given)
    bands: tuple[Band, ...]

    @validator("bands", allow_reuse=True)
    def _from_low_to_high(cls, bands: tuple[Band, ...]) -> tuple[Band, ...]:
        limits = [band.below for band in bands]
        if not limits or limits[-1] is not None or None in limits[:-1]:
            raise ValueError("need 'below' in every band but the last")
        if limits[:-1] != sorted(set(limits[:-1])):  # type: ignore[type-var]
            raise ValueError("must go from low to high")
        return bands


class Measure(Model):
    """The units of labels and laboratories for the nutrient `id`, with their constants."""

    id: str = Id
    mg_a_mmol: float | None = Field(None, gt=0)
    mmol_a_meq: float | None = Field(None, gt=0)
    iu_a_mcg: float | None = Field(None, gt=0)
    sources: tuple[str, ...]
    _sources_given = validator("sources", allow_reuse=True)(given)
    blood: Blood | None = None
