"""What was told without saying of whom holds of the stranger who is asked for."""

from __future__ import annotations

import pytest

from actions.answering import replies
from actions.supposing import less_pregnancy_of_a_man
from actions.turn import understood
from crampwise.answers.types import Profile
from crampwise.people.known import Known


@pytest.mark.parametrize(
    ("told", "age"),
    [
        (Profile(age=12, sex="male"), 12),
        (Profile(age=16, life_stage="teenager"), 16),
        (Profile(age=12, sex="female"), None),
        (Profile(age=70, sex="male"), None),
    ],
)
def test_a_child_of_whom_a_note_told_is_the_one_asked_for(said, told, age):
    slots = {"people": Known({"self": told}).stored()}
    tracker = said("could he try magnesium drops", "supplements", slots=slots)
    tracker.latest_message["entities"] = [
        {"entity": "nutrient", "value": "magnesium", "start": 13, "end": 22}
    ]
    question = understood(tracker).question
    assert question.person == "man"
    assert question.profile.age == age


def _salted(said, text, told, lately):
    tracker = said(text, "supplements", slots={"people": Known(told, lately).stored()})
    place = text.index("salt")
    tracker.latest_message["entities"] = [
        {"entity": "nutrient", "value": "sodium", "start": place, "end": place + 4}
    ]
    return understood(tracker)


@pytest.mark.parametrize("thing", [{"food": "avocado"}, {"remedy": "water"}])
def test_a_medicine_named_without_a_word_counts_for_what_is_no_product(said, thing):
    found = [{"entity": "medicine", "value": "lithium"}]
    events = [{"event": "user", "parse_data": {"text": "Priadel", "entities": found}}]
    events += [{"event": "user", "parse_data": {"text": "hm"}} for _ in range(4)]
    question = understood(said("and this one", "remedy", events=events, **thing)).question
    assert question.profile.medicines == ("lithium",)


ILL = Profile(conditions=("heart_failure",))
YOUNG = Profile(age=6, life_stage="child")


@pytest.mark.parametrize(
    ("told", "lately"),
    [
        ({"self": ILL, "grandson": YOUNG}, ("grandson",)),
        ({"self": ILL, "aunt": Profile(sex="female")}, ("aunt", "self")),
        ({"wife": ILL, "self": Profile(age=50)}, ("self", "wife")),
    ],
)
def test_an_illness_told_counts_for_a_message_that_names_nobody(said, told, lately):
    turn = _salted(said, "a bit of salt in squash?", told, lately)
    assert "heart_failure" in turn.question.profile.conditions
    (answer,) = replies(turn, "a bit of salt in squash?")
    assert answer.led
    assert "heart failure" in " ".join((answer.short, *answer.cautions))
    assert not answer.short.startswith("For ")


def test_an_illness_of_another_does_not_count_for_whoever_is_named(said):
    turn = _salted(said, "should I try salt tablets", {"wife": ILL}, ("wife",))
    assert turn.question.person == "self"
    assert turn.question.profile.conditions == ()


@pytest.mark.parametrize(("sex", "conditions"), [("male", ()), ("female", ("pregnancy",))])
def test_a_man_is_not_supposed_to_be_pregnant(sex, conditions):
    asked = Profile(sex=sex, conditions=("pregnancy",))
    assert less_pregnancy_of_a_man(asked, Profile(sex=sex)).conditions == conditions


def test_a_pregnancy_that_was_told_stays():
    told = Profile(sex="male", conditions=("pregnancy",))
    assert less_pregnancy_of_a_man(told, told) == told
