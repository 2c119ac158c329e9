"""Which rows of the table of intakes are a person's, and how their people are called."""

from __future__ import annotations

from collections.abc import Callable

from crampwise.answers.types import Profile
from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.tables import Intake

_INFANTS = ("infant 0-6 months", "infant 7-12 months")  # ages are told in whole years
_YEARS = ((3, "child 1-3"), (8, "child 4-8"))
_BANDS = ((13, "9-13"), (18, "14-18"), (30, "19-30"), (50, "31-50"), (70, "51-70"), (200, "71+"))
_TYPICAL_AGE = {"teenager": 15, "older": 71}
_CHILDREN = ("child 1-3", "child 4-8", "male 9-13", "female 9-13")
_EXPECTING = ("19-30", "31-50")  # the rows for a woman who told no age
GROWN = 19  # years from which the advice for adults holds
_TYPICAL_ADULT = 31  # years: stands for an adult who told no age


def life_stages(profile: Profile) -> tuple[str, ...]:
    """The rows of the table that may be this person's, as far as age and sex were told."""
    age = profile.age
    expecting = "pregnancy" in profile.conditions or profile.life_stage == "pregnant"
    feeding = "breastfeeding" in profile.conditions or profile.life_stage == "breastfeeding"
    if expecting or feeding:
        group = "pregnancy" if expecting else "lactation"
        bands = _EXPECTING if age is None else (_band(min(max(age, 14), 50)),)
        return tuple(f"{group} {band}" for band in bands)
    if age is None and profile.life_stage == "infant":
        age = 0
    if age is None and profile.life_stage == "child":
        other = {"male": "female", "female": "male"}.get(profile.sex or "", "none")
        return tuple(stage for stage in _CHILDREN if not stage.startswith(f"{other} "))
    if age is None:
        age = _TYPICAL_AGE.get(profile.life_stage or "", _TYPICAL_ADULT)
    if age == 0:
        return _INFANTS
    for last, name in _YEARS:
        if age <= last:
            return (name,)
    sexes = (profile.sex,) if profile.sex else ("male", "female")
    return tuple(f"{sex} {_band(age)}" for sex in sexes)


def told_enough(profile: Profile) -> bool:
    """Whether anything is known that picks a row."""
    stages = {"infant", "child", "teenager", "older", "pregnant", "breastfeeding"}
    return (
        profile.age is not None
        or profile.life_stage in stages
        or bool({"pregnancy", "breastfeeding"} & set(profile.conditions))
    )


def adults(knowledge: Knowledge, nutrient: str) -> list[Intake]:
    """The rows for men and women of every age from 19."""
    bands = {band for last, band in _BANDS if last >= GROWN}
    stages = {f"{sex} {band}" for sex in ("male", "female") for band in bands}
    return [i for i in knowledge.intakes if i.nutrient == nutrient and i.life_stage in stages]


def rows(knowledge: Knowledge, nutrient: str, profile: Profile) -> list[Intake]:
    """The table's rows for this nutrient and person, in the order of `life_stages`."""
    wanted = life_stages(profile)
    found = {
        intake.life_stage: intake
        for intake in knowledge.intakes
        if intake.nutrient == nutrient and intake.life_stage in wanted
    }
    return [found[stage] for stage in wanted if stage in found]


def grouped(
    knowledge: Knowledge, found: list[Intake], figure: Callable[[Intake], float | None]
) -> list[tuple[str, Intake]]:
    """Each row with its people; two sexes of one age with one figure are told together."""
    told: list[tuple[str, Intake]] = []
    for row in found:
        group, _, band = row.life_stage.partition(" ")
        before = told[-1][1] if told else None
        same = before is not None and figure(before) == figure(row)
        if before and same and before.life_stage.partition(" ")[2] == band:
            both = "life_stage_both" if _grown(band) else "life_stage_both_young"
            people = knowledge.wording[both].format(band=_years(band))
            told[-1] = (people, before)
        elif before and same and group in ("pregnancy", "lactation"):
            years = f"{before.life_stage.partition(' ')[2].split('-')[0]}-{band.split('-')[1]}"
            told[-1] = (knowledge.wording[f"life_stage_{group}"].format(band=years), before)
        else:
            told.append((people_of(knowledge, row.life_stage), row))
    return told


def _grown(band: str) -> bool:
    return int(band.rstrip("+").split("-")[0]) >= GROWN


def _years(band: str) -> str:
    return band.replace("+", " and over")


def people_of(knowledge: Knowledge, life_stage: str) -> str:
    """The people of a row, as a sentence names them."""
    group, _, band = life_stage.partition(" ")
    if group in ("male", "female") and not _grown(band):
        group = {"male": "boy", "female": "girl"}[group]
    return knowledge.wording[f"life_stage_{group}"].format(band=_years(band))


def _band(age: int) -> str:
    return next(band for last, band in _BANDS if age <= last)
