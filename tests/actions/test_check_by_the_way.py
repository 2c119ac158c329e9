"""What is told in a cramp check beside the answer that was asked for."""

from __future__ import annotations

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions import check
from actions.action_answer import ActionAnswer
from actions.action_begin_check import ActionBeginCheck
from actions.validate_cramp_check_form import ValidateCrampCheckForm
from crampwise.answers.types import Profile
from crampwise.people.known import Known, known_of
from tests.actions.test_check import asked, run


@pytest.mark.parametrize(
    ("question", "text", "intent", "filled"),
    [
        ("often", "about 3 times a week", "correct", {"often": ["often"]}),
        ("often", "a couple of beers", "out_of_scope", {"fluids": ["alcohol"]}),
        ("leg", "most nights", "timing", {"often": ["often"]}),
        ("leg", "maybe once a week, and i sweat loads", "causes",
         {"often": ["weekly"], "fluids": ["sweat"]}),
        ("often", "no meds", "tell_profile", {"medicines": ["none"]}),
        ("signs", "im 34, no meds", "tell_profile", {"medicines": ["none"]}),
        ("conditions", "no illnesses, no meds", "deny",
         {"medicines": ["none"], "conditions": ["none"]}),
        ("signs", "i eat mostly toast", "tell_profile", {"diet": []}),
        ("leg", "legs", "out_of_scope", {"leg": ["both"]}),
        ("fluids", "i dont sweat much", "tell_profile", {"fluids": ["none"]}),
        ("fluids", "about 3 cups of tea", "tell_profile", {"fluids": []}),
    ],
)  # fmt: skip
def test_an_answer_is_heard_at_whichever_question(said, question, text, intent, filled):
    slots, messages = run(ValidateCrampCheckForm(), said(text, intent, slots=asked(question)))
    given = {name.removeprefix("check_"): kept for name, kept in slots.items() if kept}
    given = {name: kept["values"] for name, kept in given.items() if name not in ("people",)}
    assert given == filled
    assert messages == []


@pytest.mark.parametrize("text", ["sometimes", "not a lot", "no"])
def test_a_bare_word_answers_only_what_was_asked(said, text):
    slots, _ = run(ValidateCrampCheckForm(), said(text, "deny", slots=asked("when")))
    assert not {name for name in slots if name in ("check_often", "check_fluids", "check_diet")}


def test_shorter_is_never_written_down_as_an_answer(said):
    given = asked("leg", check_misses=1)
    slots, _ = run(ValidateCrampCheckForm(), said("shorter", "repeat_shorter", slots=given))
    assert slots["check_leg"] == {"values": ["unknown"], "words": ""}


def test_one_thing_is_forgotten_in_the_middle(said):
    known = Known({"self": Profile(diet="vegan", age=34)}, ("self",))
    tracker = said(
        "forget that im vegan", "tell_profile", condition="vegan_diet",
        slots=asked("fluids", people=known.stored()),
    )  # fmt: skip
    slots, [message] = run(ValidateCrampCheckForm(), tracker)
    assert known_of(slots["people"]).profile() == Profile(age=34)
    assert "forgotten" in message["text"]


def test_the_start_goes_on_to_the_form_whatever_led_to_it(said):
    events = ActionBeginCheck().run(CollectingDispatcher(), said("start the check"), {})
    assert [e["name"] for e in events if e["event"] == "followup"] == [check.FORM]


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("I take furosemide. Start the check", True),
        ("please do the cramp check", True),
        ("what is the check for", False),
    ],
)
def test_the_wish_to_start_is_heard_beside_something_else(said, text, begins):
    events = ActionAnswer().run(CollectingDispatcher(), said(text, "causes"), {})
    followed = [e["name"] for e in events if e["event"] == "followup"]
    assert followed == (["action_begin_check"] if begins else [])
