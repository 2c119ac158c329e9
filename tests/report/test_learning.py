"""Chosen questions become training phrases."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from crampwise.report.learning import NLU, CannotLearn, intents, learn

FOODS = (
    'version: "3.1"\nnlu:\n- intent: foods\n  examples: |\n    - which foods\n    - what to eat\n'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "foods.yml").write_text(FOODS)
    return tmp_path


def examples(file: Path) -> list[str]:
    return yaml.safe_load(file.read_text())["nlu"][-1]["examples"].splitlines()


def test_new_phrases_are_added_once_at_the_end(folder: Path) -> None:
    file, added = learn("foods", ["Which Foods", "is kale good", "is kale good"], folder)
    assert added == ["is kale good"]
    assert examples(file) == ["- which foods", "- what to eat", "- is kale good"]
    assert file.read_text().startswith(FOODS)
    assert learn("foods", ["is kale good"], folder)[1] == []


def test_an_intent_without_a_file_gets_one(folder: Path) -> None:
    file, added = learn("relief", ["how to stop it"], folder)
    assert added == ["how to stop it"]
    assert yaml.safe_load(file.read_text())["nlu"] == [
        {"intent": "relief", "examples": "- how to stop it\n"}
    ]


def test_marks_that_rasa_reads_are_taken_out(folder: Path) -> None:
    _, added = learn("foods", ['[kale](food) or {"x": 1}', "[]"], folder)
    assert added == ['kale food or "x": 1']


def test_a_file_that_ends_with_another_intent_is_left_alone(folder: Path) -> None:
    (folder / "relief.yml").write_text(FOODS)
    with pytest.raises(CannotLearn):
        learn("relief", ["how to stop it"], folder)
    assert (folder / "relief.yml").read_text() == FOODS


def test_the_phrases_of_this_bot_can_be_added_to() -> None:
    assert {"foods", "red_flag", "out_of_scope"} <= intents()
    for intent in intents():
        if (file := NLU / f"{intent}.yml").exists():
            assert yaml.safe_load(file.read_text())["nlu"][-1]["intent"] == intent, file.name
