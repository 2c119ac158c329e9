"""How figures are written for a reader."""

from __future__ import annotations

from crampwise.knowledge.base import Knowledge


def unit_of(knowledge: Knowledge, nutrient: str) -> str:
    """The unit in which the tables give `nutrient`."""
    return knowledge.nutrients[nutrient].unit or "mg"


def column(knowledge: Knowledge, nutrient: str) -> str:
    """The column of foods.csv that holds `nutrient`."""
    return f"{nutrient}_{unit_of(knowledge, nutrient)}"


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
