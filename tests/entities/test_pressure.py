"""High blood pressure told by its figures."""

from __future__ import annotations

import pytest

from crampwise.entities.pressure import pressures


@pytest.mark.parametrize(
    "text",
    [
        "155/95 at the chemist",
        "my bp is 160 / 88 most days",
        "pressure was 150 over 90 this morning",
        "BP 138/94",
    ],
)
def test_high_figures_are_high_blood_pressure(text):
    (found,) = pressures(text)
    assert (found.entity, found.value) == ("condition", "high_blood_pressure")


@pytest.mark.parametrize(
    "text",
    [
        "118/76, nurse was pleased",
        "150/75 mg tablets",
        "on 20/11/2026",
        "200/400 m intervals",
        "open 24/7",
        "won 150 over 90 votes",
        "a ratio of 150/200",
    ],
)
def test_other_figures_are_not(text):
    assert list(pressures(text)) == []
