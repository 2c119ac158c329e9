"""What is said after a danger was answered, and how long it is kept in mind."""

from __future__ import annotations

import pytest

from crampwise.safety import RedFlagReader
from crampwise.safety.aftermath import Aftermath
from crampwise.safety.danger import REMINDERS, Danger


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("I called 111", Aftermath.CARED),
        ("poison line called", Aftermath.CARED),
        ("the ambulance is on its way", Aftermath.CARED),
        ("I'm at A&E now", Aftermath.CARED),
        ("saw my doctor this morning, he did a scan", Aftermath.CARED),
        ("my husband is driving me to the ER", Aftermath.CARED),
        ("my GP looked it over on monday, nothing wrong", Aftermath.CARED),
        ("ultrasound was normal", Aftermath.CARED),
        ("nurse saw me earlier and it's all clear", Aftermath.CARED),
        ("was examined last night, they started me on anticoagulants", Aftermath.CARED),
        ("had the leg scanned, it was negative", Aftermath.CARED),
        ("nobody saw it yet", None),
        ("rang my GP but I couldn't get through", None),
        ("let's hope the ultrasound is clear", None),
        ("they kept him in last night", Aftermath.CARED),
        ("what does a normal scan show?", None),
        ("would the doctor have seen it?", None),
        ("the GP examined it but it's getting worse", Aftermath.WORSE),
        ("what does potassium do anyway", None),
        ("why is iron good for you, anyways?", None),
        ("is it something else", None),
        ("ok, anyway how much iron is in beef", Aftermath.MOVED_ON),
        ("false alarm, I misread that", Aftermath.TAKEN_BACK),
        ("oh I meant the cat, she is limping", Aftermath.TAKEN_BACK),
        ("my leg had just gone to sleep", Aftermath.TAKEN_BACK),
        ("it went away by itself", Aftermath.EASED),
        ("anyway which foods have iron", Aftermath.MOVED_ON),
        ("different question: what is in a banana", Aftermath.MOVED_ON),
        ("should I call 999?", None),
        ("I haven't called anyone", None),
        ("I'm not going to hospital", None),
        ("do I need to go to A&E?", None),
        ("ok but should I take magnesium for it?", None),
        ("thanks", None),
    ],
)
def test_aftermath(reader: RedFlagReader, text: str, meant: Aftermath | None) -> None:
    assert reader.aftermath(text) is meant


def test_reminders_end() -> None:
    danger: Danger | None = Danger.told("dvt", "same_day")
    for _ in range(REMINDERS["same_day"]):
        assert danger is not None
        danger = danger.reminded()
    assert danger is None


def test_what_is_kept_comes_back_as_it_was() -> None:
    danger = Danger.told("stroke", "emergency")
    assert Danger.kept(vars(danger)) == danger
    assert Danger.kept(None) is None
    assert Danger.kept(vars(Danger.told("claudication", "soon"))) is None


def test_the_more_severe_danger_is_kept() -> None:
    stroke, clot = Danger.told("stroke", "emergency"), Danger.told("dvt", "same_day")
    assert clot.or_worse(stroke) == stroke
    assert stroke.or_worse(clot) == stroke
    assert clot.or_worse(None) == clot


def test_an_emergency_that_eases_is_still_one() -> None:
    assert not Danger.told("stroke", "emergency").ends_with(Aftermath.EASED)
    assert Danger.told("dvt", "same_day").ends_with(Aftermath.EASED)


def test_a_joke_does_not_end_a_wish_to_die() -> None:
    wish = Danger.told("self_harm", "emergency")
    assert not wish.ends_with(Aftermath.TAKEN_BACK)
    assert not wish.ends_with(Aftermath.MOVED_ON)
    assert wish.ends_with(Aftermath.CARED)


@pytest.mark.parametrize("flag", ["heat_exhaustion", "heat_exhaustion_older"])
def test_heat_exhaustion_that_does_not_pass_is_heatstroke(reader: RedFlagReader, flag: str) -> None:
    for told in ("rested in the shade for an hour, no better", "it's just the same as before"):
        hit = reader.worse(told, flag)
        assert hit is not None
        assert (hit.flag, hit.level) == ("heatstroke", "emergency")
    assert reader.worse("I feel a lot better now, thanks", flag) is None
    assert reader.worse("no better", "claudication") is None


def test_who_asks_of_themselves_after_anothers_danger(reader: RedFlagReader) -> None:
    hers = ["my sister's calf is swollen and hot"]
    assert reader.aftermath("ok. what about me? mine only twinge", hers) is Aftermath.ANOTHERS
    assert reader.aftermath("that was my dad's leg, what about myself", []) is Aftermath.ANOTHERS
    assert reader.aftermath("what about me?", ["my calf is swollen and hot"]) is None
    assert not Danger.told("self_harm", "emergency").ends_with(Aftermath.ANOTHERS)
