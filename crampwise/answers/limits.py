"""The upper limit for a person, and what an amount they named is beside it."""

from __future__ import annotations

from crampwise.answers import stages
from crampwise.answers.amounts import told as told_amount
from crampwise.answers.amounts import with_iu, written
from crampwise.answers.types import Profile
from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.tables import Intake


def limit_line(knowledge: Knowledge, nutrient: str, profile: Profile) -> str | None:
    """One sentence on this person's upper limit; None when the table has no row."""
    found = stages.rows(knowledge, nutrient, profile)
    return limits(knowledge, nutrient, found) if found else None


def adult_line(knowledge: Knowledge, nutrient: str) -> str | None:
    """One sentence on the limit for adults; None where the table has none or it varies by age."""
    found = stages.adults(knowledge, nutrient)
    alike = len({(row.upper_limit, row.reduction_target) for row in found}) == 1
    if not alike:
        return None
    return _limit(knowledge, found[0], knowledge.nutrients[nutrient].name)


def weighed(knowledge: Knowledge, nutrient: str, amount: str, profile: Profile) -> str | None:
    """An amount a person named, set against the upper limit; None when there is none to set."""
    unit = knowledge.nutrients[nutrient].unit
    known_person = stages.told_enough(profile)
    chosen = (
        stages.rows(knowledge, nutrient, profile)
        if known_person
        else stages.adults(knowledge, nutrient)
    )
    found = [row for row in chosen if row.upper_limit is not None]
    figure = told_amount(knowledge, amount, nutrient, unit) if unit else None
    if not found or figure is None:
        return None
    row = min(found, key=lambda row: row.upper_limit or 0)
    alike = len({other.upper_limit for other in found}) == 1
    people = stages.people_of(knowledge, row.life_stage)
    if alike and not known_person:
        people = knowledge.wording["life_stage_adults"]
    elif alike:
        people = stages.grouped(knowledge, found, lambda row: row.upper_limit)[0][0]
    limit = row.upper_limit or 0
    known = "above" if figure > limit else "at" if figure == limit else "below"
    return knowledge.wording[f"amount_{known}"].format(
        amount=with_iu(knowledge, nutrient, figure, row.unit),
        name=knowledge.nutrients[nutrient].name,
        people=people,
        limit=with_iu(knowledge, nutrient, limit, row.unit),
        note=row.upper_limit_note,
    )


def limits(knowledge: Knowledge, nutrient: str, found: list[Intake]) -> str:
    """The upper limits of these rows in one sentence; those that agree are told once."""
    name = knowledge.nutrients[nutrient].name
    if len({(row.upper_limit, row.reduction_target) for row in found}) == 1:
        return _limit(knowledge, found[0], name)
    words = knowledge.wording
    told = words["need_join"].join(
        words["limit_one"].format(
            people=people, limit=with_iu(knowledge, nutrient, limit, row.unit)
        )
        for people, row in stages.grouped(knowledge, found, lambda row: row.upper_limit)
        if (limit := row.upper_limit) is not None
    )
    if not told:
        return _limit(knowledge, found[0], name)
    return words["limit"].format(name=name, limit=told, note=found[0].upper_limit_note)


def _limit(knowledge: Knowledge, row: Intake, name: str) -> str:
    words = knowledge.wording
    if row.upper_limit is not None:
        limit = with_iu(knowledge, row.nutrient, row.upper_limit, row.unit)
        return words["limit"].format(name=name, limit=limit, note=row.upper_limit_note)
    if row.reduction_target is not None:
        target = written(row.reduction_target, row.unit)
        return words["limit_reduce"].format(name=name, target=target)
    return words["limit_none"].format(name=name, note=row.upper_limit_note)
