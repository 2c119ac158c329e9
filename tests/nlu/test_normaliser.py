"""A phrase is read masked where somebody learns from it so, and a message always."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.exceptions import InvalidConfigException
from rasa.shared.nlu.constants import INTENT, METADATA_INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from crampwise.entities import Found
from crampwise.nlu.entity_recogniser import MENTIONS
from crampwise.nlu.normaliser import MASKED, READING, Normaliser

TOLD = "is potassium any good"


@pytest.fixture
def normaliser(tmp_path) -> Normaliser:
    config = {"class_words": {"nutrient": "magnesium"}, "unmasked": ["flag"]}
    return Normaliser(config, LocalModelStorage(tmp_path), Resource("normaliser"))


def told(notes: dict[str, Any]) -> Message:
    start = TOLD.index("potassium")
    found = Found("nutrient", "potassium", start, start + len("potassium"))
    return Message(
        {TEXT: TOLD, INTENT: "x", MENTIONS: [found], "metadata": {METADATA_INTENT: notes}}
    )


def test_a_phrase_for_the_reader_of_danger_is_not_masked(normaliser):
    report, question = told({"flag": "dvt"}), told({})
    normaliser.process_training_data(TrainingData([report, question]))
    assert [report.get(READING), report.get(MASKED)] == [TOLD, TOLD]
    assert [question.get(READING), question.get(MASKED)] == [TOLD, "is magnesium any good"]


def test_a_message_is_masked_whatever_its_metadata_says(normaliser):
    (message,) = normaliser.process([told({"flag": "dvt"})])
    assert message.get(MASKED) == "is magnesium any good"


def test_a_setting_that_means_nothing_is_named():
    with pytest.raises(InvalidConfigException, match="unmasked"):
        Normaliser.validate_config({"unmasked": "flag"})
