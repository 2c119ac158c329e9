"""A message that only asks whether a product is all right is answered of the one before."""

from __future__ import annotations

import asyncio

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.action_small_talk import ActionSmallTalk
from actions.action_yes_or_no import ActionYesOrNo
from actions.turn import understood
from actions.weighing import weighed
from crampwise.answers.types import Profile, Question
from crampwise.people.known import Known

ON_EPLERENONE = {
    "people": Known({"self": Profile(medicines=("potassium_sparing_diuretic",))}).stored()
}


def earlier(text, **entities):
    found = [{"entity": kind, "value": value} for kind, value in entities.items()]
    return {"event": "user", "parse_data": {"text": text, "entities": found}}


@pytest.mark.parametrize(
    "text",
    [
        "is it still fine?",
        "Any thoughts",
        "yea or nay",
        "so would it be ok",
        "does it even matter?",
        "alright with them",
        "is the order important?",
        "morning all together??",
    ],
)
@pytest.mark.parametrize(
    ("products", "intent", "taking"),
    [
        ({"nutrient": ("iron",)}, "supplements", True),
        ({"remedy": ("coconut_water",)}, "remedy", True),
        ({"remedy": ("heat",)}, "remedy", False),
        ({"food": ("avocado",)}, "food_content", False),
    ],
)
def test_it_is_asked_of_the_product_before(text, products, intent, taking):
    question = weighed(Question("smalltalk"), text, products)
    assert (question.intent, question.entities, question.taking) == (intent, products, taking)


@pytest.mark.parametrize(
    "text",
    ["ok", "fine, thanks", "good", "are you a robot?", "is rugby good", "my leg is bad", "?"],
)
def test_other_messages_are_left_alone(text):
    assert weighed(Question("smalltalk"), text, {"nutrient": ("iron",)}) is None


def test_a_product_nobody_knows_is_one_that_is_taken(said):
    events = [earlier("echinacea drops"), earlier("newest")]
    tracker = said("worth it?", "smalltalk", events=events, slots=ON_EPLERENONE)
    dispatcher = CollectingDispatcher()
    ActionSmallTalk().run(dispatcher, tracker, {})
    assert "Ask your pharmacist or doctor before you add anything" in dispatcher.messages[0]["text"]
    events = [earlier("my cat is called echo"), earlier("newest")]
    assert not understood(said("worth it?", "smalltalk", events=events)).question.taking


def test_an_antacid_and_another_medicine_may_be_them(said):
    events = [earlier("I use Rennie and alendronate", medicine="antacid"), earlier("newest")]
    assert understood(
        said("may I take them together", "interactions", events=events)
    ).question.taking
    events = [earlier("I use alendronate", medicine="bisphosphonate"), earlier("newest")]
    assert not understood(
        said("may I take them together", "interactions", events=events)
    ).question.taking


def test_nothing_is_weighed_without_a_product_or_in_danger():
    assert weighed(Question("smalltalk"), "still ok?", {}) is None
    danger = Question("smalltalk", red_flag="dvt")
    assert weighed(danger, "still ok?", {"nutrient": ("iron",)}) is None


def test_the_newest_product_counts_and_a_medicine_told_after_it(said):
    events = [
        earlier("iron for cramps?", nutrient="iron"),
        earlier("or a rehydration powder", remedy="oral_rehydration"),
        earlier("I should add that I take eplerenone", medicine="potassium_sparing_diuretic"),
        earlier("newest"),
    ]
    tracker = said("is that an issue", "medicine_cause", events=events, slots=ON_EPLERENONE)
    question = understood(tracker).question
    assert question.entities == {"remedy": ("oral_rehydration",)}


@pytest.mark.parametrize(
    ("action", "intent"), [(ActionSmallTalk(), "smalltalk"), (ActionYesOrNo(), "affirm")]
)
def test_it_is_answered_whatever_it_was_taken_for(said, action, intent):
    events = [earlier("a potassium drink", nutrient="potassium"), earlier("newest")]
    dispatcher = CollectingDispatcher()
    ran = action.run(dispatcher, said("alright?", intent, events=events, slots=ON_EPLERENONE), {})
    if asyncio.iscoroutine(ran):
        asyncio.run(ran)
    assert dispatcher.messages[0]["text"].startswith("For you, taking ")
    assert "ask your doctor" in dispatcher.messages[0]["text"]


def test_a_doubt_taken_for_small_talk_asks_for_the_proof(said):
    before = {"last_question": {"intent": "supplements", "entities": {"nutrient": ["magnesium"]}}}
    dispatcher = CollectingDispatcher()
    ActionSmallTalk().run(dispatcher, said("u sure?", "smalltalk", slots=before), {})
    assert "Cochrane" in str(dispatcher.messages)
