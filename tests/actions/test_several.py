"""Two questions in one message."""

from __future__ import annotations

import pytest

from actions.several import parts
from crampwise.answers.types import Profile, Question, Reading


def ask(text, intent, *readings, **entities):
    likely = tuple(Reading(name, confidence) for name, confidence in readings)
    found = {name: values if isinstance(values, tuple) else (values,) for name, values in
             entities.items()}  # fmt: skip
    return [part.intent for part in parts(Question(intent, 0.9, found, likely), text)]


@pytest.mark.parametrize(
    ("text", "intent", "readings", "found"),
    [
        ("how much magnesium do I need, and which foods have it?", "dose", (), ["dose", "foods"]),
        ("Which foods have iron? How much do I need?", "dose", (), ["foods", "dose"]),
        ("why do I cramp and what helps right now", "causes", (("relief", 0.3),),
         ["causes", "relief"]),
        ("does magnesium help and is it safe with ramipril?", "interactions",
         (("supplements", 0.2),), ["interactions", "supplements"]),
        ("which foods have magnesium", "foods", (("dose", 0.3),), ["foods"]),
        ("what does magnesium do and potassium", "nutrient_role", (("foods", 0.05),),
         ["nutrient_role"]),
    ],
)  # fmt: skip
def test_a_second_question_is_found(text, intent, readings, found):
    assert ask(text, intent, *readings) == found


def test_two_treatments_are_answered_each():
    question = Question("remedy", entities={"remedy": ("pickle_juice",), "food": ("tonic_water",)})
    named = [part.all("remedy") for part in parts(question, "pickle juice or tonic water")]
    assert named == [("pickle_juice",), ("tonic_water",)]


def test_danger_is_never_divided():
    question = Question("relief", red_flag="dvt", readings=(Reading("dose", 0.4),))
    assert parts(question, "what do I do? and how much magnesium?") == (question,)


def test_my_medicines_are_answered_each_the_clearest_link_first():
    taken = Profile(medicines=("metformin", "ace_inhibitor", "thiazide"))
    asked = Question("medicine_cause", profile=taken)
    found = [part.profile.medicines for part in parts(asked, "could the tablets be doing it")]
    assert found[0] == ("thiazide",)
    assert len(found) == 2


@pytest.mark.parametrize("entities", [{"medicine": ("statin",)}, {"nutrient": ("potassium",)}])
def test_what_is_named_is_asked_of_and_not_what_was_told(entities):
    taken = Profile(medicines=("ace_inhibitor", "thiazide"))
    asked = Question("medicine_cause", profile=taken, entities=entities)
    assert parts(asked, "could it be that") == (asked,)


@pytest.mark.parametrize(
    ("text", "nutrient", "found"),
    [
        ("electrolyte tabs vs bananas", "electrolytes",
         [("supplements", {"nutrient": ("electrolytes",)}),
          ("food_content", {"food": ("banana",)})]),
        ("magnesium tablets or bananas?", "magnesium",
         [("supplements", {"nutrient": ("magnesium",)}),
          ("food_content", {"food": ("banana",), "nutrient": ("magnesium",)})]),
        ("how much magnesium is in a banana or two", "magnesium",
         [("food_content", {"food": ("banana",), "nutrient": ("magnesium",)})]),
    ],
)  # fmt: skip
def test_tablets_and_a_food_are_answered_each(text, nutrient, found):
    entities = {"food": ("banana",), "nutrient": (nutrient,)}
    asked = parts(Question("food_content", entities=entities), text)
    assert [(part.intent, part.entities) for part in asked] == found
