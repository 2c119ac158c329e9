"""How much a person needs a day, read from the table by age, sex, pregnancy and breastfeeding."""

from __future__ import annotations

from collections.abc import Callable

from crampwise.answers.amounts import told as told_amount
from crampwise.answers.amounts import with_iu, written
from crampwise.answers.passages import MAX_SOURCES, choice, from_passage, source_refs
from crampwise.answers.types import Answer, Choice, Profile
from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.schema import Facet, Intake, Passage

_YEARS = ((0, "infant 7-12 months"), (3, "child 1-3"), (8, "child 4-8"))
_BANDS = ((13, "9-13"), (18, "14-18"), (30, "19-30"), (50, "31-50"), (70, "51-70"), (200, "71+"))
_TYPICAL_AGE = {"teenager": 15, "older": 71}
_CHILDREN = ("child 1-3", "child 4-8", "male 9-13", "female 9-13")
_EXPECTING = ("19-30", "31-50")  # the rows for a woman who told no age
GROWN = 19  # years from which the advice for adults holds
_TYPICAL_ADULT = 31  # years: stands for an adult who told no age


def _band(age: int) -> str:
    return next(band for last, band in _BANDS if age <= last)


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
    details = [limits(knowledge, nutrient, found), words["need_meaning"]]
    ids = [row.source for row in found]
    content = knowledge.nutrients[nutrient].facets.get(Facet.NEED)
    follow_ups: tuple[Choice, ...] = ()
    if isinstance(content, Passage):
        follow_ups = from_passage(knowledge, "", content).follow_ups
    facet = Facet.PREGNANCY if _expecting(profile) else Facet.NEED
    content = knowledge.nutrients[nutrient].facets.get(facet)
    if isinstance(content, Passage) and _adult(profile):
        elsewhere = [f for f in (content.short, *content.details) if _of_another_land(f.text)]
        details.extend(fact.text for fact in elsewhere)
        ids.extend(source for fact in elsewhere for source in fact.sources)
    return Answer(
        topic=f"{nutrient}.need",
        short=_needs(knowledge, nutrient, found),
        details=tuple(details)[:5],
        sources=source_refs(knowledge, ids)[:MAX_SOURCES],
        follow_ups=follow_ups or (choice(knowledge, f"{nutrient}.foods"),),
    )


def need_line(knowledge: Knowledge, nutrient: str, profile: Profile) -> str | None:
    """One sentence on what this person needs of `nutrient` a day; None without a row."""
    found = rows(knowledge, nutrient, profile)
    return _needs(knowledge, nutrient, found) if found else None


def limit_line(knowledge: Knowledge, nutrient: str, profile: Profile) -> str | None:
    """One sentence on this person's upper limit; None when the table has no row."""
    found = rows(knowledge, nutrient, profile)
    return limits(knowledge, nutrient, found) if found else None


def weighed(knowledge: Knowledge, nutrient: str, amount: str, profile: Profile) -> str | None:
    """An amount a person named, set against the upper limit; None when there is none to set."""
    unit = knowledge.nutrients[nutrient].unit
    known_person = told_enough(profile)
    chosen = rows(knowledge, nutrient, profile) if known_person else _adults(knowledge, nutrient)
    found = [row for row in chosen if row.upper_limit is not None]
    figure = told_amount(amount, nutrient, unit) if unit else None
    if not found or figure is None:
        return None
    row = min(found, key=lambda row: row.upper_limit or 0)
    alike = len({other.upper_limit for other in found}) == 1
    people = _people(knowledge, row.life_stage)
    if alike and not known_person:
        people = knowledge.wording["life_stage_adults"]
    elif alike:
        people = _grouped(knowledge, found, lambda row: row.upper_limit)[0][0]
    limit = row.upper_limit or 0
    known = "above" if figure > limit else "at" if figure == limit else "below"
    return knowledge.wording[f"amount_{known}"].format(
        amount=with_iu(nutrient, figure, row.unit),
        name=knowledge.nutrients[nutrient].name,
        people=people,
        limit=with_iu(nutrient, limit, row.unit),
        note=row.upper_limit_note,
    )


def limits(knowledge: Knowledge, nutrient: str, found: list[Intake]) -> str:
    """The upper limits of these rows in one sentence; those that agree are told once."""
    name = knowledge.nutrients[nutrient].name
    if len({(row.upper_limit, row.reduction_target) for row in found}) == 1:
        return _limit(knowledge, found[0], name)
    words = knowledge.wording
    told = words["need_join"].join(
        words["limit_one"].format(people=people, limit=with_iu(nutrient, limit, row.unit))
        for people, row in _grouped(knowledge, found, lambda row: row.upper_limit)
        if (limit := row.upper_limit) is not None
    )
    if not told:
        return _limit(knowledge, found[0], name)
    return words["limit"].format(name=name, limit=told, note=found[0].upper_limit_note)


def _adults(knowledge: Knowledge, nutrient: str) -> list[Intake]:
    """The rows for men and women of every age from 19."""
    bands = {band for last, band in _BANDS if last >= GROWN}
    stages = {f"{sex} {band}" for sex in ("male", "female") for band in bands}
    return [i for i in knowledge.intakes if i.nutrient == nutrient and i.life_stage in stages]


def _adult(profile: Profile) -> bool:
    young = profile.age is not None and profile.age < GROWN
    return not young and profile.life_stage not in ("infant", "child", "teenager")


def _expecting(profile: Profile) -> bool:
    return profile.life_stage in ("pregnant", "breastfeeding") or bool(
        {"pregnancy", "breastfeeding"} & set(profile.conditions)
    )


def _of_another_land(text: str) -> bool:
    """Whether a sentence gives British advice, which stands beside the American table."""
    return "UK" in text.split() or "NHS" in text.split()


def _needs(knowledge: Knowledge, nutrient: str, found: list[Intake]) -> str:
    words = knowledge.wording
    needs = words["need_join"].join(
        words["need_one"].format(people=people, amount=with_iu(nutrient, row.amount, row.unit))
        for people, row in _grouped(knowledge, found, lambda row: row.amount)
    )
    name, kind = knowledge.nutrients[nutrient].name, words[f"kind_{found[0].kind}"]
    return words["need"].format(name=name, kind=kind, needs=needs)


def _grouped(
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
            told.append((_people(knowledge, row.life_stage), row))
    return told


def _grown(band: str) -> bool:
    return int(band.rstrip("+").split("-")[0]) >= GROWN


def _years(band: str) -> str:
    return band.replace("+", " and over")


def _people(knowledge: Knowledge, life_stage: str) -> str:
    group, _, band = life_stage.partition(" ")
    if group in ("male", "female") and not _grown(band):
        group = {"male": "boy", "female": "girl"}[group]
    return knowledge.wording[f"life_stage_{group}"].format(band=_years(band))


def _limit(knowledge: Knowledge, row: Intake, name: str) -> str:
    words = knowledge.wording
    if row.upper_limit is not None:
        limit = with_iu(row.nutrient, row.upper_limit, row.unit)
        return words["limit"].format(name=name, limit=limit, note=row.upper_limit_note)
    if row.reduction_target is not None:
        target = written(row.reduction_target, row.unit)
        return words["limit_reduce"].format(name=name, target=target)
    return words["limit_none"].format(name=name, note=row.upper_limit_note)
