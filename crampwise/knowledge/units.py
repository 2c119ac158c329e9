"""Turns an amount of a nutrient from one unit into another: the one place that does.

The constants stand with their sources in measures.yml; only the metric steps are here.

>>> converted(20, "mcg", "IU", Measure(id="vitamin_d", iu_a_mcg=40, sources=("ods-vitamin-d",)))
800.0
"""

from __future__ import annotations

from crampwise.knowledge.tables import Band, Blood, Measure

MICROGRAMS = {"mcg": 1.0, "mg": 1_000.0, "g": 1_000_000.0}


def parsed(text: str) -> tuple[float, str] | None:
    """The figure and the unit of an amount as recognised ("4000 IU"); None for anything else."""
    figure, _, unit = text.partition(" ")
    try:
        return float(figure), unit
    except ValueError:
        return None


def converted(amount: float, unit: str, to: str, measure: Measure | None = None) -> float | None:
    """`amount` of a nutrient in the unit `to`; None when its measure does not tell how."""
    one, other = micrograms(unit, measure), micrograms(to, measure)
    return amount * one / other if one and other else None


def micrograms(unit: str, measure: Measure | None) -> float | None:
    """How many micrograms of the nutrient one `unit` is; None when its measure does not tell."""
    if unit in MICROGRAMS:
        return MICROGRAMS[unit]
    if measure is None:
        return None
    if unit == "IU" and measure.iu_a_mcg:
        return 1 / measure.iu_a_mcg
    if unit == "mmol" and measure.mg_a_mmol:
        return measure.mg_a_mmol * MICROGRAMS["mg"]
    if unit == "mEq" and measure.mg_a_mmol and measure.mmol_a_meq:
        return measure.mmol_a_meq * measure.mg_a_mmol * MICROGRAMS["mg"]
    return None


def level(amount: float, unit: str, blood: Blood) -> float | None:
    """A blood level in the unit of the bands; None when `unit` is none that laboratories use."""
    if unit == blood.unit:
        return amount
    factor = blood.other.get(unit)
    return amount * factor if factor else None


def band(value: float, blood: Blood) -> Band:
    """The band in which a level (in the unit of the bands) lies."""
    return next(band for band in blood.bands if band.below is None or value < band.below)
