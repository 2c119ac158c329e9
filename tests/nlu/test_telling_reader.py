"""What a message tells of without a name is found sentence by sentence, and names come first."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.exceptions import InvalidConfigException
from rasa.shared.nlu.constants import (
    ENTITIES,
    FEATURE_TYPE_SENTENCE,
    INTENT,
    METADATA_INTENT,
    TEXT,
)
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from crampwise.encoder.shared import encoder
from crampwise.entities import UNNAMED
from crampwise.nlu.telling_reader import TellingReader

MACHINE = "I sit on the machine three mornings a week"
QUESTION = "Which foods have magnesium?"
TELLING = [
    MACHINE,
    "three mornings a week on the machine for my husband",
    "she is hooked up to the machine every other day",
    "my fistula arm is for the machine on Mondays",
]
ORDINARY = [
    QUESTION,
    "what helps against cramps at night",
    "is banana any good",
    "how much calcium is in milk",
    "can I stretch before bed",
    "the washing machine is broken",
]


def message(text: str, notes: dict[str, str] | None = None, **values: Any) -> Message:
    """A message as it comes from the components before this one."""
    told = Message({TEXT: text, INTENT: "x", "metadata": {METADATA_INTENT: notes or {}}, **values})
    pair = np.concatenate([encoder().encode([text])[0]] * 2)
    told.add_features(Features(pair[None, :], FEATURE_TYPE_SENTENCE, TEXT, "SentenceVectors"))
    return told


def made(folder: Any, sure: float = 0.3) -> TellingReader:
    return TellingReader({"sure": sure}, LocalModelStorage(folder), Resource("tellings"))


def trained(folder: Any, tells: str = "dialysis") -> TellingReader:
    reader = made(folder)
    phrases = [message(text, {"tells": tells}) for text in TELLING]
    reader.train(TrainingData([*phrases, *map(message, ORDINARY)]))
    return reader


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> TellingReader:
    return trained(tmp_path_factory.mktemp("tellings"))


def found(reader: TellingReader, text: str, *named: dict[str, Any]) -> list[dict[str, Any]]:
    (read,) = reader.process([message(text, **{ENTITIES: list(named)})])
    return [item for item in read.get(ENTITIES) if item.get("extractor") == UNNAMED]


def test_a_sentence_that_tells_is_the_entity(reader: TellingReader) -> None:
    (item,) = found(reader, f"Hello there, a question. {MACHINE}. {QUESTION}")
    assert (item["entity"], item["value"]) == ("condition", "dialysis")
    assert item["text"] == f"{MACHINE}."


def test_a_message_of_one_sentence_is_the_entity(reader: TellingReader) -> None:
    (item,) = found(reader, MACHINE)
    assert (item["start"], item["end"]) == (0, len(MACHINE))


def test_a_question_tells_nothing(reader: TellingReader) -> None:
    assert found(reader, QUESTION) == []


def test_a_name_of_the_kind_goes_before(reader: TellingReader) -> None:
    named = {"entity": "condition", "value": "diabetes", "start": 2, "end": 5}
    assert found(reader, MACHINE, named) == []


def test_a_name_of_another_kind_does_not_hinder(reader: TellingReader) -> None:
    assert found(reader, MACHINE, {"entity": "medicine", "value": "arb", "start": 2, "end": 5})


def test_without_phrases_that_tell_nothing_is_found(tmp_path: Any) -> None:
    untaught = made(tmp_path)
    untaught.train(TrainingData([message(text) for text in ORDINARY]))
    assert found(untaught, MACHINE) == []


def test_a_phrase_that_tells_of_what_nobody_knows_is_named(tmp_path: Any) -> None:
    with pytest.raises(InvalidConfigException, match="'dialisys'"):
        trained(tmp_path, tells="dialisys")


@pytest.mark.parametrize("sure", [0, 1.5])
def test_a_likelihood_that_is_none_is_refused(sure: float) -> None:
    with pytest.raises(InvalidConfigException, match="sure"):
        TellingReader.validate_config({"sure": sure})
