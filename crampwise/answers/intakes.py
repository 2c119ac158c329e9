"""How much a person needs a day, read from the table by age, sex, pregnancy and breastfeeding."""

from __future__ import annotations

from crampwise.answers.amounts import written
from crampwise.answers.passages import source_refs
from crampwise.answers.types import Answer, Profile
from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.schema import Intake

_YEARS = ((0, "infant 7-12 months"), (3, "child 1-3"), (8, "child 4-8"))
_BANDS = ((13, "9-13"), (18, "14-18"), (30, "19-30"), (50, "31-50"), (70, "51-70"), (200, "71+"))
_TYPICAL_AGE = {"child": 6, "teenager": 15, "older": 71}
_TYPICAL_ADULT = 31  # years: stands for an adult who told no age


def _band(age: int) -> str:
    return next(band for last, band in _BANDS if age <= last)


def life_stages(profile: Profile) -> tuple[str, ...]:
    """The rows of the table that may be this person's: one, or one for each sex."""
    age = profile.age
    expecting = "pregnancy" in profile.conditions or profile.life_stage == "pregnant"
    feeding = "breastfeeding" in profile.conditions or profile.life_stage == "breastfeeding"
    if age is None:
        age = _TYPICAL_AGE.get(profile.life_stage or "", _TYPICAL_ADULT)
    if expecting or feeding:
        band = _band(min(max(age, 14), 50))
        return (f"{'pregnancy' if expecting else 'lactation'} {band}",)
    for last, name in _YEARS:
        if age <= last:
            return (name,)
    sexes = (profile.sex,) if profile.sex else ("male", "female")
    return tuple(f"{sex} {_band(age)}" for sex in sexes)


def told_enough(profile: Profile) -> bool:
    """Whether anything is known that picks a row."""
    stages = {"child", "teenager", "older", "pregnant", "breastfeeding"}
    return (
        profile.age is not None
        or profile.life_stage in stages
        or bool({"pregnancy", "breastfeeding"} & set(profile.conditions))
    )


def rows(knowledge: Knowledge, nutrient: str, profile: Profile) -> list[Intake]:
    """The table's rows for this nutrient and person, in the order of `life_stages`."""
    wanted = life_stages(profile)
    found = {
        intake.life_stage: intake
        for intake in knowledge.intakes
        if intake.nutrient == nutrient and intake.life_stage in wanted
    }
    return [found[stage] for stage in wanted if stage in found]


def answer(knowledge: Knowledge, nutrient: str, profile: Profile) -> Answer | None:
    """What this person needs a day, and the upper limit; None when the table has no row."""
    found = rows(knowledge, nutrient, profile)
    if not found:
        return None
    words = knowledge.wording
    name = knowledge.nutrients[nutrient].name
    if len({(row.amount, row.upper_limit) for row in found}) == 1 and len(found) > 1:
        people = words["life_stage_both"].format(band=found[0].life_stage.split()[-1])
        told = [(people, found[0])]
    else:
        told = [(_people(knowledge, row.life_stage), row) for row in found]
    needs = words["need_join"].join(
        words["need_one"].format(
            people=people, amount=written(row.amount, row.unit), kind=words[f"kind_{row.kind}"]
        )
        for people, row in told
    )
    row = told[0][1]
    details = [_limit(knowledge, row, name)]
    details.append(words["need_meaning"])
    return Answer(
        topic=f"{nutrient}.need",
        short=words["need"].format(name=name, needs=needs),
        details=tuple(details),
        sources=source_refs(knowledge, [r.source for r in found]),
    )


def _people(knowledge: Knowledge, life_stage: str) -> str:
    group, _, band = life_stage.partition(" ")
    return knowledge.wording[f"life_stage_{group}"].format(band=band)


def _limit(knowledge: Knowledge, row: Intake, name: str) -> str:
    words = knowledge.wording
    if row.upper_limit is not None:
        limit = written(row.upper_limit, row.unit)
        return words["limit"].format(name=name, limit=limit, note=row.upper_limit_note)
    if row.reduction_target is not None:
        target = written(row.reduction_target, row.unit)
        return words["limit_reduce"].format(name=name, target=target)
    return words["limit_none"].format(name=name, note=row.upper_limit_note)
