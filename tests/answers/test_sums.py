"""Foods with amounts are read and added up."""

from __future__ import annotations

import pytest

from crampwise.answers.core import Answers
from crampwise.answers.eaten import EatenReader
from crampwise.answers.types import Profile, Question
from crampwise.encoder.shared import encoder
from crampwise.entities import Recogniser


@pytest.fixture(scope="module")
def eaten(knowledge):
    recogniser = Recogniser(knowledge, encoder().knows)
    reader = EatenReader(knowledge)
    return lambda text: reader.read(text, recogniser.find(text))


@pytest.fixture(scope="module")
def total(knowledge, eaten):
    core = Answers(knowledge)

    def summed(text, nutrient, **profile):
        question = Question(
            "food_content",
            entities={"nutrient": (nutrient,)},
            eaten=eaten(text),
            profile=Profile(**profile),
        )
        return core.answer(question)

    return summed


@pytest.mark.parametrize(
    ("text", "grams"),
    [
        ("two bananas and a cup of spinach", [236, 180]),
        ("200 g of salmon and half an avocado", [200, 100.5]),
        ("3 bananas", [354]),
        ("a handful of almonds and 10 prunes", [28.35, 95]),
        ("1 1/2 cups of lentils and 2 eggs", [297, 100]),
        ("I eat yogurt, almonds and salmon most days", [170, 28.35, 85]),
        ("10 almonds and a banana", [28.35 * 10 / 23, 118]),
        ("two tablespoons of almond butter and a banana", [32, 118]),
    ],
)
def test_amounts_become_grams(eaten, text, grams):
    assert [portion.grams for portion in eaten(text)] == pytest.approx(grams, rel=0.01)


@pytest.mark.parametrize(
    "text",
    [
        "how much potassium in a banana",
        "and in an avocado?",
        "banana or avocado, which has more potassium",
        "is banana better than avocado",
        "spinach, kale and beans",
        "how do I stop cramps",
    ],
)
def test_other_questions_on_food_are_not_sums(eaten, text):
    assert eaten(text) == ()


def test_what_was_not_told_is_assumed_and_said(eaten, total):
    text = "I eat yogurt, almonds and salmon most days"
    assert all(portion.assumed for portion in eaten(text))
    answer = total(text, "magnesium")
    assert any(line.startswith("Amounts I had to assume: yogurt") for line in answer.details)


def test_the_sum_is_that_of_the_table(knowledge, total):
    answer = total("two bananas and a cup of spinach", "potassium")
    banana, spinach = (knowledge.foods[name].per_100_g["potassium_mg"] for name in
                       ("banana", "spinach"))  # fmt: skip
    assert answer.chart is not None
    assert [bar.value for bar in answer.chart.bars] == [
        round(banana * 2.36, 1), round(spinach * 1.8, 1),
    ]  # fmt: skip
    assert f"{banana * 2.36 + spinach * 1.8:,.0f} mg of potassium" in answer.short


def test_the_need_is_that_of_the_person(total):
    assert "an adult's daily need of 2,600 to 3,400 mg" in total("3 bananas", "potassium").short
    mine = total("3 bananas", "potassium", age=40, sex="male")
    assert "a daily need of 3,400 mg" in mine.short
    assert mine.chart is not None
    assert mine.chart.need is not None
    assert mine.chart.need.value == 3400


def test_kidney_disease_goes_before_the_sum(total, knowledge):
    answer = total("3 bananas", "potassium", conditions=("kidney_disease",))
    assert answer.led
    assert "kidney" in answer.short.lower()


def test_a_nutrient_the_table_lacks_is_said_to_be_lacking(total, knowledge):
    answer = total("two bananas and two eggs", "iron")
    assert any("no figures for iron" in line for line in answer.details)
