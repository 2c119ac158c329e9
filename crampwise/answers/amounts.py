"""How figures are written for a reader."""

from __future__ import annotations

from crampwise.knowledge import units
from crampwise.knowledge.base import Knowledge

ROUND_IU_FROM = 1_000
LABEL_UNITS = ("mmol", "mEq", "IU")  # units of labels that the tables do not use


def unit_of(knowledge: Knowledge, nutrient: str) -> str:
    """The unit in which the tables give `nutrient`."""
    return knowledge.nutrients[nutrient].unit or "mg"


def with_iu(knowledge: Knowledge, nutrient: str, amount: float, unit: str) -> str:
    """The amount as written, with international units behind it where labels give those."""
    text = written(amount, unit)
    told = units.converted(amount, unit, "IU", knowledge.measures.get(nutrient))
    if told is None:
        return text
    # As labels round them: 62.5 mcg, told as 63 mcg, is 2,500 IU.
    return f"{text} ({round(told, -2 if told >= ROUND_IU_FROM else 0):,.0f} IU)"


def told(knowledge: Knowledge, text: str, nutrient: str, unit: str) -> float | None:
    """An amount as recognised ("4000 IU", "50 mg") in `unit`; None when it cannot be turned."""
    parsed = units.parsed(text)
    if parsed is None:
        return None
    return units.converted(*parsed, unit, knowledge.measures.get(nutrient))


def as_told(amount: float, unit: str) -> str:
    """An amount as a person gave it, not rounded ("12.5 ng/mL", "4,000 IU")."""
    return f"{amount:,.10g} {unit}"


def written(amount: float, unit: str) -> str:
    """An amount with its unit, rounded as a reader would say it ("422 mg", "0.4 mg").

    Two figures are kept below 1, one decimal below 10, none from there on.
    """
    if amount == 0:
        return f"0 {unit}"
    if amount >= 10:
        figure = f"{amount:,.0f}"
    elif amount >= 1:
        figure = f"{amount:.1f}".removesuffix(".0")
    else:
        figure = f"{amount:.2g}"
    return f"{figure} {unit}"


def sentence(text: str) -> str:
    """`text` with a capital at its start, as sentences put together from names need."""
    return text[:1].upper() + text[1:]
