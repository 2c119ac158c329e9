"""The answers can be read by a child of twelve, which is US school grade 6 or 7."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

PROGRAM = Path(__file__).resolve().parents[2] / "benchmarks" / "reading.py"
MEDIAN, NINE_IN_TEN, HIGHEST = 6.5, 8.5, 11.0  # school grades that may not be passed


@pytest.fixture(scope="module")
def reading() -> ModuleType:
    spec = importlib.util.spec_from_file_location("reading", PROGRAM)
    module = importlib.util.module_from_spec(spec)
    sys.modules["reading"] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def test_the_answers_are_plain(reading, knowledge):
    found = reading.spread(list(reading.graded(knowledge)))
    assert found.median <= MEDIAN
    assert found.nine_in_ten <= NINE_IN_TEN


def test_no_answer_is_hard(reading, knowledge):
    hard = [answer for answer in reading.graded(knowledge) if answer.grade > HIGHEST]
    assert hard == []


def test_long_words_and_sentences_are_graded_harder(reading):
    grade = reading.textstat.flesch_kincaid_grade
    plain, hard = "Eat beans. They are good.", "Leguminous comestibles constitute nourishment."
    assert grade(plain) < MEDIAN < HIGHEST < grade(hard)


def test_the_spread_is_told_by_rank(reading):
    answers = [reading.Graded(float(grade), "") for grade in range(1, 100)]
    assert reading.spread(answers) == reading.Spread(50.0, 90.0, 95.0, 99.0)


def test_the_program_prints_the_spread(reading, capsys):
    reading.main()
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].endswith("answers, US school grade:")
    assert "hardest:" in lines
