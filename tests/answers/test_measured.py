"""Amounts of labels and laboratories are understood, and a dangerous level is told as one."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("intent", ["testing", "deficiency_signs", "dose", "out_of_scope"])
def test_a_level_is_read_whatever_was_asked(ask, intent):
    answer = ask(intent, nutrient="vitamin_d", amount="45 nmol/L")
    assert answer.topic == "vitamin_d.level"
    assert answer.short.startswith("Between 30 and 50 nmol/L (12 to 20 ng/mL)")
    assert answer.sources


def test_a_level_in_the_other_unit_is_told_in_both(ask, knowledge):
    answer = ask("testing", nutrient="vitamin_d", amount="18 ng/mL")
    assert answer.details[0] == "18 ng/mL of vitamin D is the same as 45 nmol/L."
    assert answer.details[-1] == knowledge.wording["level_meaning"]


@pytest.mark.parametrize(
    ("nutrient", "amount"),
    [("potassium", "6.8 mmol/L"), ("potassium", "2.3 mEq/L"), ("sodium", "118 mmol/L")],
)
def test_a_dangerous_level_stands_alone(ask, nutrient, amount):
    answer = ask("testing", nutrient=nutrient, amount=amount, conditions=("kidney_disease",))
    assert (answer.status, answer.urgency) == ("safety", "emergency")
    assert answer.calls
    assert (answer.details, answer.cautions, answer.follow_ups) == ((), (), ())


def test_every_band_of_every_nutrient_can_be_shown(ask, knowledge):
    for measure in knowledge.measures.values():
        limits = [band.below for band in measure.blood.bands]
        for band, value in zip(measure.blood.bands, [limits[0] / 2, *limits[:-1]]):
            answer = ask("testing", nutrient=measure.id, amount=f"{value} {measure.blood.unit}")
            assert answer.short == band.text
            assert answer.urgency == band.urgency


def test_a_label_is_turned_when_that_is_asked(ask):
    answer = ask("dose", nutrient="vitamin_d", amount="800 IU", unit="convert")
    assert answer.short == "800 IU of vitamin D is the same as 20 mcg."
    assert "about 133% of what" in answer.details[0]
    assert answer.cautions


def test_an_amount_that_was_taken_for_something_outside_is_turned(ask):
    assert ask("out_of_scope", nutrient="magnesium", amount="5 mmol").topic == "magnesium.units"
    assert ask("out_of_scope", nutrient="iron", amount="5 mmol").status == "unknown"


@pytest.mark.parametrize("intent", ["dose", "out_of_scope", "supplements"])
def test_an_amount_of_every_nutrient_gets_an_answer(ask, knowledge, intent):
    for nutrient in knowledge.portions.needs:
        for amount in ("3 g", "3 mg", "3 mcg", "300 IU"):
            assert ask(intent, nutrient=nutrient, amount=amount).short


def test_milliequivalents_are_told_in_milligrams(ask):
    answer = ask("too_much", nutrient="potassium", amount="20 mEq")
    assert answer.short == "20 mEq of potassium is the same as 782 mg, or 20 mmol."


def test_a_danger_sign_goes_before_a_level(ask):
    answer = ask("red_flag", nutrient="vitamin_d", amount="45 nmol/L")
    assert answer.topic.startswith("red_flag.")


@pytest.mark.parametrize(
    ("nutrient", "amount", "start"),
    [
        ("magnesium", "4.5 mmol", "4.5 mmol of magnesium is the same as 109 mg"),
        ("potassium", "20 mEq", "20 mEq of potassium is the same as 782 mg"),
    ],
)
def test_an_amount_in_a_labels_unit_is_turned_first(ask, nutrient, amount, start):
    answer = ask("dose", nutrient=nutrient, amount=amount)
    assert start in (answer.details[0] if answer.led else answer.short)


def test_a_level_is_turned_first_for_whom_asks_for_that(ask):
    answer = ask("testing", nutrient="vitamin_d", amount="50 nmol/L", unit="convert")
    assert answer.short == "50 nmol/L of vitamin D is the same as 20 ng/mL."
    assert "enough" in answer.details[0]


def test_a_dangerous_level_leads_whatever_is_asked(ask):
    answer = ask("testing", nutrient="potassium", amount="2.1 mmol/L", unit="convert")
    assert answer.urgency == "emergency"
    assert "same as" not in answer.short


def test_a_weight_is_not_turned_into_a_dose_unasked(ask):
    answer = ask("dose", nutrient="calcium", amount="100 g")
    assert "same as" not in answer.short
