"""What "that", "it", "the difference" and "why not" point at."""

from __future__ import annotations

import pytest

from actions.turn import doubted, followed, understood
from crampwise.answers.types import Profile
from crampwise.people.known import Known

BEFORE = {"last_question": {"intent": "foods", "entities": {"nutrient": ["magnesium"]}}}


def told_before(medicine: str, intent: str = "tell_profile") -> list[dict]:
    entities = [{"entity": "medicine", "value": medicine}]
    parsed = {"intent": {"name": intent}, "entities": entities}
    return [{"event": "user", "parse_data": parsed}, {"event": "user", "parse_data": {}}]


@pytest.mark.parametrize("text", ["can that cause cramps", "could it be them?", "is it that"])
def test_that_is_the_medicine_told_just_now(said, text):
    tracker = said(text, "causes", events=told_before("statin"))
    question = understood(tracker).question
    assert (question.intent, question.all("medicine")) == ("medicine_cause", ("statin",))


@pytest.mark.parametrize(
    ("text", "events", "entities"),
    [
        ("can that cause cramps", told_before("statin", "interactions"), {}),
        ("can that cause cramps", [], {}),
        ("is it safe to take with food", told_before("statin"), {}),
        ("can it be magnesium", told_before("statin"), {"nutrient": "magnesium"}),
    ],
)
def test_otherwise_that_is_not_the_medicine(said, text, events, entities):
    question = understood(said(text, "causes", events=events, **entities)).question
    assert "medicine" not in question.entities


def test_of_several_medicines_told_none_is_picked(said):
    told = told_before("statin")
    told[0]["parse_data"]["entities"].append({"entity": "medicine", "value": "thiazide"})
    question = understood(said("is it my tablets", "causes", events=told)).question
    assert question.intent == "medicine_cause"
    assert "medicine" not in question.entities


def test_do_i_need_it_is_about_the_supplement_spoken_of(said):
    question = understood(said("do i even need it", "see_doctor", slots=BEFORE)).question
    assert (question.intent, question.first("nutrient")) == ("supplements", "magnesium")


def test_the_difference_is_that_between_the_forms_spoken_of(said):
    forms = {"nutrient": ["magnesium"], "form": ["any"]}
    slots = {"last_question": {"intent": "supplements", "entities": forms}}
    question = understood(said("whats the difference", "compare_nutrients", slots=slots)).question
    assert (question.intent, question.first("form")) == ("supplements", "any")


def test_in_pregnancy_asks_of_the_nutrient_whose_proof_was_told(said):
    proof = {"last_question": {"intent": "evidence", "entities": {"nutrient": ["magnesium"]}}}
    tracker = said("what about in pregnancy", "follow_up", condition="pregnancy", slots=proof)
    turn = followed(tracker)
    assert turn
    assert turn.question.intent == "pregnancy"
    assert turn.question.first("nutrient") == "magnesium"


@pytest.mark.parametrize(
    ("text", "people", "intent"),
    [
        ("why not", {"self": Profile(medicines=("warfarin",))}, "interactions"),
        ("why not?", {}, "evidence"),
        ("are you sure", {}, "evidence"),
    ],
)
def test_a_doubt_asks_for_the_reason(said, text, people, intent):
    kept = Known(people, ("self",)).stored()
    before = {"intent": "supplements", "entities": {"nutrient": ["vitamin_k2"]}}
    turn = doubted(said(text, "affirm", slots={"people": kept, "last_question": before}))
    assert turn
    assert turn.question.intent == intent
    assert turn.question.first("nutrient") == "vitamin_k2"


@pytest.mark.parametrize("text", ["yes please", "sure", "ok"])
def test_a_plain_yes_is_no_doubt(said, text):
    assert doubted(said(text, "affirm", slots=BEFORE)) is None


def test_how_much_is_in_it_asks_of_the_nutrient_spoken_of(said):
    tracker = said("how much is in tofu", "food_content", food="tofu", slots=BEFORE)
    assert understood(tracker).question.first("nutrient") == "magnesium"


def test_per_100_g_asks_the_same_by_weight(said):
    foods = {"nutrient": ["calcium"], "food": ["parmesan"]}
    slots = {"last_question": {"intent": "food_content", "entities": foods}}
    tracker = said("per 100g?", "follow_up", ranking={"dose": 0.6}, amount="100 g", slots=slots)
    turn = followed(tracker)
    assert turn
    assert turn.question.intent == "food_content"


def test_what_to_drink_keeps_to_sport_where_that_was_spoken_of(said):
    sport = {"last_question": {"intent": "age_group", "entities": {"timing": ["exercise"]}}}
    question = understood(said("what should i drink", "dehydration", slots=sport)).question
    assert question.first("timing") == "exercise"
