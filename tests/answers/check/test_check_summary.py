"""What a cramp check leads to."""

from __future__ import annotations

import pytest

from crampwise.answers.check.findings import findings
from crampwise.answers.check.reading import Reply, in_words
from crampwise.answers.check.summary import note, plan, summary
from crampwise.answers.types import Profile


def replies(**told):
    return {name: Reply(tuple(values)) for name, values in told.items()}


PLAIN = replies(
    when=["night"], leg=["both"], signs=["none"], often=["rarely"], fluids=["none"],
    diet=["mixed"], medicines=["none"], conditions=["none"],
)  # fmt: skip


def test_a_plain_night_cramp_needs_no_hurry(knowledge):
    answer = plan(knowledge, PLAIN)
    assert answer.urgency is None
    assert "no hurry" in answer.short
    assert "toes" in answer.details[0]


@pytest.mark.parametrize(
    "told",
    [
        {"signs": ["weak"]},
        {"signs": ["numb"]},
        {"signs": ["pain_walking"]},
        {"when": ["walking"]},
        {"often": ["daily"]},
        {"conditions": ["dialysis"]},
    ],
)
def test_what_should_be_seen_is_said_first(knowledge, told):
    answer = plan(knowledge, {**PLAIN, **replies(**told)})
    assert answer.urgency == "soon"
    assert answer.short.startswith("Please see a doctor within days.")


def test_a_medicine_is_told_with_its_strength_and_source(knowledge):
    answer = summary(knowledge, {**PLAIN, **replies(medicines=["diuretic"])})
    assert "not a diagnosis" in answer.short
    assert any("Water tablets" in line and "some evidence" in line for line in answer.details)
    assert answer.table is not None
    assert len(answer.table.rows) == len(answer.details)
    assert answer.sources


def test_the_strongest_link_comes_first(knowledge):
    found = findings(knowledge, {**PLAIN, **replies(medicines=["statin"], fluids=["illness"])})
    assert [finding.grade for finding in found] == ["good", "some", "weak"]


def test_a_class_of_medicine_counts_for_its_members(knowledge):
    answer = plan(knowledge, {**PLAIN, **replies(medicines=["loop_diuretic"])})
    assert any("salts in my blood" in line for line in answer.details)


def test_what_is_no_cause_is_not_named(knowledge):
    found = findings(knowledge, replies(medicines=["metformin"], conditions=["vegan_diet"]))
    assert found == []
    assert "Nothing you told me stands out" in summary(knowledge, replies()).short


def test_nobody_is_told_to_stop_a_medicine(knowledge):
    for name in knowledge.medicines:
        told = {**PLAIN, **replies(medicines=[name])}
        texts = [*summary(knowledge, told).details, *plan(knowledge, told).details]
        assert not any("stop taking" in text.lower() for text in texts)


def test_the_note_holds_every_answer(knowledge):
    told = {**PLAIN, **replies(medicines=["warfarin"]), "diet": in_words("mostly rice")}
    answer = note(knowledge, told, Profile(age=82, sex="female"), "mother")
    assert answer.note is not None
    lines = answer.note.lines
    assert lines[0] == "For: Mother, 82"
    assert "When: At night" in lines
    assert "Medicines: Warfarin" in lines
    assert "Diet: In own words: mostly rice" in lines
    assert "no diagnosis" in lines[-1]


def test_the_note_of_oneself_says_age_and_sex(knowledge):
    answer = note(knowledge, PLAIN, Profile(age=70, sex="male"), "self")
    assert answer.note is not None
    assert answer.note.lines[0] == "For: A man of 70"


def test_a_medicine_is_found_by_the_name_told(knowledge):
    profile = Profile(medicines=("loop_diuretic",), called=(("loop_diuretic", "furosemide"),))
    told = replies(medicines=["loop_diuretic"])
    assert [finding.name for finding in findings(knowledge, told, profile)] == ["furosemide"]
    assert [finding.name for finding in findings(knowledge, told)] == ["loop diuretics"]
    assert summary(knowledge, told, profile).details[0].startswith("Furosemide (weak")
