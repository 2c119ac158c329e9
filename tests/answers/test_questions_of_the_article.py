"""The article's seven questions, and when to see a doctor, each have an answer of their own."""

from __future__ import annotations

import pytest

from crampwise.knowledge.sentences import sentences

QUESTIONS = [
    ("Which vitamin am I lacking?", "which_nutrient", {}, "which_nutrient"),
    ("Can dehydration cause cramps?", "dehydration", {}, "dehydration"),
    ("Which foods are best?", "foods", {}, "foods"),
    (
        "Potassium or magnesium?",
        "compare_nutrients",
        {"nutrient": ("potassium", "magnesium")},
        "compare.potassium+magnesium",
    ),
    ("Is it a deficiency?", "deficiency_signs", {}, "deficiency_signs"),
    ("Only after exercise?", "timing", {}, "timing"),
    ("Should I take supplements?", "supplements", {}, "supplements"),
    ("When to see a doctor?", "see_doctor", {}, "see_doctor"),
]


@pytest.mark.parametrize(("question", "intent", "entities", "topic"), QUESTIONS)
def test_a_question_of_the_article_has_its_own_short_sourced_answer(
    ask, question, intent, entities, topic
):
    answer = ask(intent, **entities)
    assert (answer.topic, answer.status) == (topic, "answered")
    assert answer.sources
    assert len(sentences(answer.short)) <= 2
    assert answer.follow_ups


def test_the_eight_answers_are_all_different(ask):
    shorts = {ask(intent, **entities).short for _, intent, entities, _ in QUESTIONS}
    assert len(shorts) == len(QUESTIONS)


def test_the_variant_for_the_time_told_is_chosen(ask):
    assert ask("timing", timing="night").topic == "timing_night"
    assert ask("dehydration", timing="exercise").topic == "dehydration_exercise"
    assert ask("timing", timing=("walking", "night")).topic in ("timing_walking", "timing_night")


def test_the_variant_for_the_person_told_of_is_chosen(ask):
    assert ask("age_group", age=8).topic == "age_child"
    assert ask("age_group", age=15).topic == "age_teenager"
    assert ask("age_group", age=80).topic == "age_older"
    assert ask("age_group", age=40).topic == "age_group"
    assert ask("pregnancy", conditions=("breastfeeding",)).topic == "pregnancy_breastfeeding"
    assert ask("foods", conditions=("vegan_diet",)).topic == "foods_vegan"


def test_a_medicine_with_a_nutrient_is_answered_for_the_pair(ask):
    assert ask("interactions", nutrient="potassium", medicine="ace_inhibitor").topic == (
        "medicine.ace_inhibitor.potassium"
    )


def test_a_member_of_a_class_is_answered_by_its_class(ask, knowledge):
    loop = knowledge.medicines["loop_diuretic"]
    assert loop.parent == "diuretic"
    inherited = set(knowledge.medicines["diuretic"].with_nutrient) - set(loop.with_nutrient)
    for nutrient in inherited:
        topic = ask("interactions", nutrient=nutrient, medicine="loop_diuretic").topic
        assert topic == f"medicine.diuretic.{nutrient}"


@pytest.mark.parametrize("name", ["mustard", "tonic_water", "coconut_water"])
def test_a_food_that_is_a_remedy_too_is_judged_as_a_remedy(ask, name):
    assert ask("remedy", food=name).topic == f"remedy.{name}"
    assert ask("food_content", food=name).topic == f"food.{name}"


def test_an_id_that_no_longer_exists_is_passed_over(ask):
    answer = ask("supplements", nutrient="unobtainium", medicine="x", condition="y", food="z")
    assert answer.topic == "supplements"
