"""How figures are written for a reader."""

from __future__ import annotations

from crampwise.knowledge.base import Knowledge


def unit_of(knowledge: Knowledge, nutrient: str) -> str:
    """The unit in which the tables give `nutrient`."""
    return knowledge.nutrients[nutrient].unit or "mg"


IU_A_MICROGRAM = {"vitamin_d": 40}  # nutrients whose labels give international units
ROUND_IU_FROM = 1_000
MICROGRAMS = {"mcg": 1.0, "mg": 1_000.0, "g": 1_000_000.0}


def with_iu(nutrient: str, amount: float, unit: str) -> str:
    """The amount as written, with international units behind it where labels give those."""
    text = written(amount, unit)
    factor = IU_A_MICROGRAM.get(nutrient)
    if factor and unit == "mcg":
        units = amount * factor
        # As labels round them: 62.5 mcg, told as 63 mcg, is 2,500 IU.
        text += f" ({round(units, -2 if units >= ROUND_IU_FROM else 0):,.0f} IU)"
    return text


def told(text: str, nutrient: str, unit: str) -> float | None:
    """An amount as recognised ("4000 IU", "50 mg") in `unit`; None when it cannot be turned."""
    figure, _, given = text.partition(" ")
    try:
        amount = float(figure)
    except ValueError:
        return None
    if given == "IU" and nutrient in IU_A_MICROGRAM:
        return amount / IU_A_MICROGRAM[nutrient] / MICROGRAMS[unit]
    if given in MICROGRAMS:
        return amount * MICROGRAMS[given] / MICROGRAMS[unit]
    return None


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
