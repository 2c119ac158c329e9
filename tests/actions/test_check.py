"""The cramp check between Rasa's form and the core."""

from __future__ import annotations

from typing import Any

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions import check
from actions.action_begin_check import ActionBeginCheck
from actions.action_doctor_note import ActionDoctorNote
from actions.action_end_check import ActionEndCheck
from actions.validate_cramp_check_form import ValidateCrampCheckForm
from crampwise.answers.check.reading import Reply
from crampwise.answers.types import Profile
from crampwise.people.known import Known

NIGHT = Reply(("night",)).stored()


def run(action: Any, tracker: Any) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The slots that the action sets, and what it says."""
    dispatcher = CollectingDispatcher()
    events = action.run(dispatcher, tracker, {})
    return {e["name"]: e["value"] for e in events if e["event"] == "slot"}, dispatcher.messages


def asked(question: str, **slots: Any) -> dict[str, Any]:
    return {"requested_slot": f"check_{question}", **slots}


@pytest.mark.parametrize(
    ("question", "text", "intent", "values"),
    [
        ("when", "mostly at night", "timing", ["night"]),
        ("leg", "both of them", "affirm", ["both"]),
        ("signs", "none of these", "deny", ["none"]),
        ("often", "every night?", "timing", ["daily"]),
        ("fluids", "I sweat a lot at work", "dehydration", ["sweat"]),
    ],
)
def test_an_answer_fills_its_slot(said, question, text, intent, values):
    slots, _ = run(ValidateCrampCheckForm(), said(text, intent, slots=asked(question)))
    assert slots[f"check_{question}"]["values"] == values


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("what does magnesium do?", "nutrient_role"),
        ("is cramp at night normal?", "see_doctor"),
        ("stop", "stop"),
        ("are you a robot", "bot_challenge"),
        ("what's the capital of France?", "out_of_scope"),
        ("and why is that?", "follow_up"),
    ],
)
def test_something_else_in_the_middle_sets_nothing(said, text, intent):
    slots, messages = run(ValidateCrampCheckForm(), said(text, intent, slots=asked("when")))
    assert (slots, messages) == ({}, [])


def test_what_a_question_in_the_middle_told_is_not_asked(said):
    known = Known({"self": Profile(medicines=("ace_inhibitor",))}, ("self",))
    events = [{"event": "user"}, {"event": "action", "name": "action_answer"}]
    tracker = said(
        "I take ramipril, is that why?", "medicine_cause", medicine="ace_inhibitor",
        slots=asked("medicines", people=known.stored()), events=events,
    )  # fmt: skip
    slots, _ = run(ValidateCrampCheckForm(), tracker)
    assert slots == {"check_medicines": {"values": ["ace_inhibitor"], "words": ""}}


def test_a_danger_sign_sets_nothing_even_where_it_could_be_read(said):
    tracker = said("at night my calf is hot", "red_flag", slots=asked("when"), red_flag="dvt")
    assert run(ValidateCrampCheckForm(), tracker) == ({}, [])


def test_an_unread_answer_is_asked_again_once(said):
    slots, messages = run(ValidateCrampCheckForm(), said("blah", "affirm", slots=asked("when")))
    assert slots == {check.MISSES: 1}
    assert len(messages) == 1
    again = asked("when", **slots)
    slots, _ = run(ValidateCrampCheckForm(), said("blah", "affirm", slots=again))
    assert slots["check_when"] == {"values": [], "words": "blah"}


def test_medicines_become_part_of_the_profile_of_whom_it_is_about(said):
    tracker = said(
        "ramipril", "interactions", medicine="ace_inhibitor",
        slots=asked("medicines", check_person="mother"),
    )  # fmt: skip
    slots, _ = run(ValidateCrampCheckForm(), tracker)
    assert slots["check_medicines"]["values"] == ["ace_inhibitor"]
    assert slots["people"]["profiles"]["mother"]["medicines"] == ("ace_inhibitor",)


def test_an_unknown_medicine_is_kept_in_own_words(said):
    slots, _ = run(
        ValidateCrampCheckForm(), said("foobarix twice", "affirm", slots=asked("medicines"))
    )
    assert slots["check_medicines"] == {"values": [], "words": "foobarix twice"}


def test_what_was_said_besides_is_not_asked_again(said):
    tracker = said("every night", "timing", timing="night", slots=asked("often"))
    slots, _ = run(ValidateCrampCheckForm(), tracker)
    assert slots["check_often"]["values"] == ["daily"]
    assert slots["check_when"]["values"] == ["night"]


def test_an_earlier_answer_is_corrected(said):
    tracker = said("no, I meant after running", "correct", slots=asked("leg", check_when=NIGHT))
    slots, _ = run(ValidateCrampCheckForm(), tracker)
    assert slots == {"check_when": {"values": ["exercise"], "words": ""}}


def test_a_swollen_leg_ends_the_check_with_safety(said):
    given = asked("signs", check_leg=Reply(("one",)).stored())
    tracker = said("it's a bit swollen", "out_of_scope", slots=given)
    slots, _ = run(ValidateCrampCheckForm(), tracker)
    assert slots["requested_slot"] is None
    slots, [answer] = run(ActionEndCheck(), said("it's a bit swollen", "stop", slots=slots))
    assert answer["answer"]["topic"] == "red_flag.dvt"
    assert slots["danger"]["flag"] == "dvt"
    assert slots["check_signs"] is None


def test_two_swollen_legs_are_no_clot(said):
    given = asked("signs", check_leg=Reply(("both",)).stored())
    slots, _ = run(ValidateCrampCheckForm(), said("a bit swollen", "affirm", slots=given))
    assert slots["check_signs"]["values"] == ["swelling_both"]


def test_a_diet_told_at_another_question_is_not_taken_for_a_medicine(said):
    tracker = said("vegan like I said", "correct", condition="vegan_diet", slots=asked("medicines"))
    slots, _ = run(ValidateCrampCheckForm(), tracker)
    assert slots["check_diet"]["values"] == ["vegan"]
    assert "check_medicines" not in slots


def test_puzzled_words_are_no_question(said):
    slots, _ = run(ValidateCrampCheckForm(), said("what?", "follow_up", slots=asked("when")))
    assert slots == {check.MISSES: 1}


def test_what_was_told_before_is_filled_in(said):
    known = Known({"self": Profile(medicines=("statin",), diet="vegan")}, ("self",))
    tracker = said("start the check", "start_check", slots={"people": known.stored()})
    slots, _ = run(ActionBeginCheck(), tracker)
    assert slots["check_medicines"]["values"] == ["statin"]
    assert slots["check_diet"]["values"] == ["vegan"]
    assert slots["check_when"] is None


def test_going_on_keeps_the_answers_and_anew_does_not(said):
    given = {"check_when": NIGHT, check.PERSON: "self"}
    slots, _ = run(ActionBeginCheck(), said("go on with the check", "start_check", slots=given))
    assert slots["check_when"] == NIGHT
    slots, _ = run(ActionBeginCheck(), said("start the check again", "start_check", slots=given))
    assert slots["check_when"] is None


def test_another_persons_answers_are_not_taken_over(said):
    known = Known({"mother": Profile(age=82)}, ("mother",))
    given = {"check_when": NIGHT, check.PERSON: "self", "people": known.stored()}
    slots, _ = run(ActionBeginCheck(), said("do the check", "start_check", slots=given))
    assert slots["check_when"] is None
    assert slots[check.PERSON] == "mother"


def test_the_note_needs_answers(said):
    _, [offer] = run(ActionDoctorNote(), said("a note please", "doctor_note"))
    assert offer["buttons"][0]["payload"] == "/start_check"
    _, [note] = run(
        ActionDoctorNote(), said("a note please", "doctor_note", slots={"check_when": NIGHT})
    )
    assert "When: At night" in note["text"]
