"""After a danger sign: reminders that heed what is asked, and what is said once it is seen to."""

from __future__ import annotations

import pytest

from crampwise.answers import safety
from crampwise.knowledge.base import Knowledge
from crampwise.safety.danger import REMINDERS

MOST_WORDS = 60
QUESTIONS = ["", "may I rub it", "I'll drive", "can I drink something", "do I skip my tablets"]


@pytest.mark.parametrize(
    ("flag", "asked", "said"),
    [
        ("dvt", "would rubbing it help?", "Do not massage"),
        ("pregnancy_dvt", "my mum wants to massage my calf", "Do not massage"),
        ("pulmonary_embolism", "a quick knead?", "Do not rub or massage"),
        ("dvt", "do I come off my tablets", "Do not stop or start any medicine"),
        ("heart_attack", "can I drive to casualty", "do not drive yourself"),
        ("hyponatraemia", "another litre of water?", "Drink no more plain water"),
        ("potassium_heart", "what about a potassium drink", "Take no potassium"),
        ("overdose", "should I make him throw up", "Do not make anyone vomit"),
        ("limb_ischaemia", "a warm bath?", "Do not rub or warm"),
    ],
)
def test_a_reminder_says_what_the_advice_says_of_it(
    knowledge: Knowledge, flag: str, asked: str, said: str
) -> None:
    assert said in safety.reminder(knowledge, flag, asked=asked).short


def test_a_medicine_by_name_is_heeded(knowledge: Knowledge) -> None:
    reminder = safety.reminder(knowledge, "dvt", asked="and the rivaroxaban?", medicine=True)
    assert "Do not stop or start any medicine" in reminder.short


def test_a_wish_to_die_is_reminded_of_whatever_is_asked(knowledge: Knowledge) -> None:
    for flag in ("self_harm", "overdose_on_purpose"):
        text = safety.reminder(knowledge, flag, asked="can I drive?").short
        assert "crisis line" in text
        assert "we can go on" not in text


@pytest.mark.parametrize("asked", QUESTIONS)
def test_reminders_are_short(knowledge: Knowledge, asked: str) -> None:
    kept = [flag for flag in knowledge.red_flags.values() if REMINDERS[flag.level]]
    long = {
        flag.id: text
        for flag in kept
        if len((text := safety.reminder(knowledge, flag.id, asked=asked).short).split())
        > MOST_WORDS
    }
    assert long == {}


def test_an_overdose_on_purpose_hears_of_poison_and_of_company(knowledge: Knowledge) -> None:
    answer = safety.answer(knowledge, "overdose_on_purpose")
    for words in ("poison line", "emergency number", "vomit", "stay with somebody", "crisis line"):
        assert words in answer.short
    numbers = {call.tel for call in answer.calls}
    assert {"999", "18002221222", "116123", "988"} <= numbers


def test_who_was_seen_hears_when_to_call_all_the_same(knowledge: Knowledge) -> None:
    clot = safety.over(knowledge, "dvt", cared=True).short
    assert "If you get breathless or have chest pain, call the emergency number." in clot
    assert "If it gets worse" in safety.over(knowledge, "stroke", cared=True).short
    assert "Call the emergency number now" not in safety.over(knowledge, "stroke", cared=True).short


def test_once_care_is_sought_what_the_advice_forbids_stands(knowledge):
    asked = safety.meanwhile(knowledge, "stroke", asked="can I give him water?")
    assert "Do not drive, eat or drink." in asked.short
    told = safety.meanwhile(knowledge, "dvt", asked="what do I do meanwhile?")
    assert "Do not massage the leg" in told.short
    assert told.calls
