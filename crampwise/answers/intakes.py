"""How much a person needs a day, read from the table by age, sex, pregnancy and breastfeeding."""

from __future__ import annotations

from crampwise.answers import stages
from crampwise.answers.amounts import with_iu
from crampwise.answers.limits import limits
from crampwise.answers.passages import MAX_SOURCES, choice, from_passage, source_refs
from crampwise.answers.types import Answer, Choice, Profile
from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.schema import Facet, Passage
from crampwise.knowledge.tables import Intake


def answer(knowledge: Knowledge, nutrient: str, profile: Profile) -> Answer | None:
    """What this person needs a day, and the upper limit; None when the table has no row."""
    found = stages.rows(knowledge, nutrient, profile)
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
    found = stages.rows(knowledge, nutrient, profile)
    return _needs(knowledge, nutrient, found) if found else None


def _adult(profile: Profile) -> bool:
    young = profile.age is not None and profile.age < stages.GROWN
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
        words["need_one"].format(
            people=people, amount=with_iu(knowledge, nutrient, row.amount, row.unit)
        )
        for people, row in stages.grouped(knowledge, found, lambda row: row.amount)
    )
    name, kind = knowledge.nutrients[nutrient].name, words[f"kind_{found[0].kind}"]
    return words["need"].format(name=name, kind=kind, needs=needs)
