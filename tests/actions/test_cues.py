"""Short messages that lean on the one before are read with it."""

from __future__ import annotations

import pytest

from actions.memory import before as earlier
from actions.memory import remembered
from actions.turn import followed, understood


def before(intent: str, **entities: list[str]) -> dict:
    return {"last_question": {"intent": intent, "entities": entities}}


@pytest.mark.parametrize(
    ("text", "slots", "intent"),
    [
        ("how much?", before("foods", nutrient=["potassium"]), "dose"),
        ("is that safe?", before("foods", nutrient=["potassium"]), "too_much"),
        ("why", before("supplements", nutrient=["magnesium"]), "evidence"),
        ("why", before("timing"), "causes"),
        ("which foods?", before("dose", nutrient=["iron"]), "foods"),
        ("how do I know", before("which_nutrient"), "deficiency_signs"),
        ("how much?", before("food_content", food=["banana"]), "food_content"),
        ("is it safe", before("remedy", remedy=["tonic_water"]), "remedy"),
        ("is that safe?", before("food_content", food=["tonic_water"]), "remedy"),
        (
            "should I stop taking it",
            before("medicine_cause", medicine=["statin"]),
            "medicine_cause",
        ),
        ("how come", before("remedy", remedy=["soap"]), "remedy"),
    ],
)
def test_the_words_of_a_follow_up_say_what_is_asked(said, text, slots, intent):
    turn = followed(said(text, "follow_up", 0.9, {}, slots))
    assert turn is not None
    assert turn.question.intent == intent


@pytest.mark.parametrize(
    ("named", "slots", "intent", "kept"),
    [
        ({"nutrient": "vitamin_d"}, before("prevention", remedy=["stretching"]), "supplements", ()),
        ({"remedy": "quinine"}, before("supplements", nutrient=["magnesium"]), "remedy", ()),
        ({"food": "mustard"}, before("remedy", remedy=["pickle_juice"]), "remedy", ()),
        ({"food": "banana"}, before("foods"), "food_content", ()),
        ({"nutrient": "magnesium"}, before("food_content", nutrient=["iron"], food=["kale"]),
         "food_content", ("food",)),
        ({"nutrient": "vitamin_e"}, before("food_content", food=["kale"]), "supplements",
         ("food",)),
        ({"medicine": "statin"}, before("supplements", nutrient=["iron"]), "interactions",
         ("nutrient",)),
        ({"nutrient": "zinc"}, before("medicine_cause", medicine=["statin"]), "interactions",
         ("medicine",)),
        ({"condition": "pregnancy"}, before("supplements", nutrient=["iron"]), "pregnancy",
         ("nutrient",)),
        ({"life_stage": "child"}, before("supplements", nutrient=["iron"]), "age_group",
         ("nutrient",)),
        ({"life_stage": "child"}, before("dose", nutrient=["iron"]), "dose", ("nutrient",)),
    ],
)  # fmt: skip
def test_a_new_name_replaces_what_no_longer_belongs(said, named, slots, intent, kept):
    turn = followed(said("what about it", "follow_up", 0.9, {}, slots, **named))
    assert turn is not None
    assert turn.question.intent == intent
    old = {n for n in slots["last_question"]["entities"] if n in turn.question.entities}
    assert old - set(named) == set(kept)


@pytest.mark.parametrize(
    ("named", "intent"),
    [
        ({"food": "coconut_water"}, "remedy"),
        ({"food": "banana"}, "food_content"),
        ({"medicine": "statin"}, "medicine_cause"),
        ({"condition": "diabetes"}, "condition"),
        ({"nutrient": "iron"}, "nutrient_role"),
    ],
)
def test_a_name_out_of_the_blue_is_asked_about(said, named, intent):
    turn = followed(said("what about that", "follow_up", 0.9, {}, {}, **named))
    assert turn is not None
    assert turn.question.intent == intent


@pytest.mark.parametrize(
    ("text", "meant"),
    [("what is the upper limit", "too_much"), ("which form is best", "supplements")],
)
def test_plain_words_taken_for_outside_go_on_from_before(said, text, meant):
    slots = before("dose", nutrient=["vitamin_d"])
    question = understood(said(text, "out_of_scope", 0.8, {}, slots)).question
    assert (question.intent, question.first("nutrient")) == (meant, "vitamin_d")


@pytest.mark.parametrize("text", ["how much is bitcoin", "is Paris safe", "what rubbish"])
def test_other_things_stay_outside(said, text):
    slots = before("dose", nutrient=["vitamin_d"])
    turn = understood(said(text, "out_of_scope", 0.8, {}, slots))
    assert turn.question.intent == "out_of_scope"


def test_which_has_more_sets_the_last_two_foods_side_by_side(said):
    slots = before("food_content", food=["banana"], nutrient=["potassium"])
    tracker = said("and an avocado", "follow_up", 0.9, {}, slots, food="avocado")
    second = followed(tracker)
    assert second is not None
    slots = {"last_question": remembered(second.question, earlier(tracker))}
    third = followed(said("which has more", "follow_up", 0.9, {}, slots))
    assert third is not None
    assert third.question.all("food") == ("banana", "avocado")
    assert third.question.all("nutrient") == ("potassium",)


def test_not_tablets_but_food_asks_for_food(said):
    slots = before("supplements", nutrient=["potassium"])
    turn = followed(said("not tablets, food", "correct", 0.9, {"supplements": 0.5}, slots))
    assert turn is not None
    assert (turn.question.intent, turn.question.first("nutrient")) == ("foods", "potassium")


def test_a_short_question_on_cramps_is_not_about_the_nutrient_before(said):
    slots = before("dose", nutrient=["vitamin_b12"])
    turn = understood(said("why does running do that", "timing", slots=slots, timing="exercise"))
    assert turn.question.all("nutrient") == ()


def test_which_one_means_the_last_two_treatments(said):
    slots = before("remedy", food=["mustard"])
    slots["last_question"]["earlier"] = {"remedy": ["pickle_juice"]}
    turn = followed(said("ok which one then", "follow_up", 0.9, {}, slots))
    assert turn is not None
    assert turn.question.intent == "remedy"
    assert turn.question.all("remedy") == ("pickle_juice", "mustard")


def test_it_with_calcium_means_both(said):
    slots = before("supplements", nutrient=["magnesium"])
    question = understood(
        said("can I take it with calcium", "supplements", 0.9, {}, slots, nutrient="calcium")
    ).question
    assert (question.intent, question.all("nutrient")) == ("interactions", ("magnesium", "calcium"))
