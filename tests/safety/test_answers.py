"""The answers of the red flags are short, plain, and promise or order nothing they must not."""

from __future__ import annotations

import re

from crampwise.answers.safety import UNSPECIFIED
from crampwise.knowledge.checks.texts import PERSONAL_DOSE, STOP_MEDICINE
from crampwise.knowledge.dangers import RedFlag
from crampwise.knowledge.sentences import sentences

MOST_WORDS = 59
MOST_SENTENCES = 4
ADVERTISED = re.compile(
    r"\b(?:magnesium|calcium|vitamins?|bananas?|eat more|pickle|tonic for|supplement helps)\b", re.I
)
DIAGNOSIS = re.compile(
    r"\byou (?:have|are having|suffer from) (?:an? )?(?:clot|stroke|infection|dvt)", re.I
)


def texts(flags: dict[str, RedFlag]) -> list[tuple[str, str]]:
    return [
        (flag.id, fact.text) for flag in flags.values() for fact in (flag.answer, *flag.details)
    ]


def test_answers_are_short(flags: dict[str, RedFlag]) -> None:
    for flag in flags.values():
        assert len(flag.answer.text.split()) <= MOST_WORDS, flag.id
        assert len(sentences(flag.answer.text)) <= MOST_SENTENCES, flag.id
        assert len(flag.details) <= 2, flag.id


def test_answers_order_no_medicine_and_name_no_illness_as_certain(
    flags: dict[str, RedFlag],
) -> None:
    for name, text in texts(flags):
        assert not STOP_MEDICINE.search(text), name
        assert not PERSONAL_DOSE.search(text), name
        assert not DIAGNOSIS.search(text), name


def test_answers_offer_no_food_or_supplement(flags: dict[str, RedFlag]) -> None:
    for name, text in texts(flags):
        if name not in {"low_calcium_tingling", "tetany"}:
            assert not ADVERTISED.search(text), name


def test_emergencies_offer_the_emergency_number(flags: dict[str, RedFlag]) -> None:
    for flag in flags.values():
        if flag.level == "emergency":
            assert "emergency" in flag.calls, flag.id
        assert flag.calls, flag.id


def test_a_possible_clot_is_not_massaged(flags: dict[str, RedFlag]) -> None:
    for name in ("dvt", "pregnancy_dvt", "pulmonary_embolism"):
        assert "massage" in flags[name].answer.text


def test_there_is_an_answer_to_unnamed_danger(flags: dict[str, RedFlag]) -> None:
    text = flags[UNSPECIFIED].answer.text
    assert flags[UNSPECIFIED].level == "same_day"
    assert "chest pain" in text
    assert "breathing" in text
