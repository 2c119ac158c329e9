"""Weak kidneys told by a figure."""

from __future__ import annotations

import pytest

from crampwise.entities.kidneys import kidneys


@pytest.mark.parametrize(
    "text",
    [
        "my kidneys are at 40%",
        "his kidneys do about 20 per cent",
        "kidneys working at a quarter",
        "her kidneys, stage 4",
        "renal function under half",
        "eGFR of 31",
        "creatinine came back 250",
        "creatinine 2.3",
        "they took a kidney out of me",
        "I gave my brother one of my kidneys",
        "had a kidney removed in 1990",
    ],
)
def test_little_is_weak(text):
    (found,) = kidneys(text)
    assert (found.entity, found.value) == ("condition", "kidney_disease")


@pytest.mark.parametrize(
    "text",
    [
        "eGFR 92",
        "creatinine 71",
        "creatinine 0.9",
        "creatine 500",
        "had kidney beans",
        "took my kidney stones out",
        "kidney beans, half a cup",
        "kidney stones",
        "20% of people have kidneys",
    ],
)
def test_other_figures_are_not(text):
    assert list(kidneys(text)) == []
