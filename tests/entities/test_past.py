"""A stage of life that is over is nobody's stage of life."""

from __future__ import annotations

import pytest

from crampwise.encoder.shared import encoder
from crampwise.entities import Recogniser


@pytest.fixture(scope="module")
def stages(knowledge):
    recogniser = Recogniser(knowledge, encoder().knows)
    return lambda text: [f.value for f in recogniser.find(text) if f.entity == "life_stage"]


@pytest.mark.parametrize(
    "text",
    [
        "he took penicillin as a small child",
        "I was told in my teens that my heart murmurs",
        "cramps ever since she was an adolescent",
        "anaemic since being a toddler",
        "epilepsy since my teens",
    ],
)
def test_what_is_past_is_left_out(stages, text):
    assert stages(text) == []


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("as an adolescent, may I use magnesium?", "teenager"),
        ("I fell. As a teenager I want to know", "teenager"),
        ("she is a toddler", "child"),
    ],
)
def test_what_is_of_today_counts(stages, text, stage):
    assert stages(text) == [stage]
