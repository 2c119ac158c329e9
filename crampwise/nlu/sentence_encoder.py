"""Rasa component: the vector of a message, as it is and with its names masked.

The first keeps what a name itself tells ("soap under the sheet", "deep heat"); in the second, what
is learnt of one name holds for all. Read together they are right more often than either.
"""

from __future__ import annotations

import logging
import time
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from crampwise.encoder.shared import encoder
from crampwise.nlu.normaliser import MASKED, reading

logger = logging.getLogger(__name__)
CHUNK = 2048  # texts between two lines of progress


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceVectors(GraphComponent):
    """Adds a dense sentence feature: both vectors, one behind the other."""

    def __init__(self, name: str) -> None:
        self._name = name

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SentenceVectors:
        return cls(execution_context.node_name or cls.__name__)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Encodes every training phrase, with progress in the log."""
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Encodes each message that has a text; what two readings share is encoded once."""
        messages = [message for message in messages if message.get(TEXT)]
        vectors = _encoded({text for message in messages for text in _readings(message)})
        for message in messages:
            pair = np.concatenate([vectors[text] for text in _readings(message)])
            message.add_features(Features(pair[None, :], FEATURE_TYPE_SENTENCE, TEXT, self._name))
        return messages


def _readings(message: Message) -> tuple[str, str]:
    plain = reading(message)
    return plain, message.get(MASKED) or plain


def _encoded(texts: set[str]) -> dict[str, np.ndarray]:
    order = sorted(texts, key=len)  # texts of a length share a batch without padding
    found: dict[str, np.ndarray] = {}
    start = time.monotonic()
    for first in range(0, len(order), CHUNK):
        part = order[first : first + CHUNK]
        found.update(zip(part, encoder().encode(part)))
        if len(order) > CHUNK:
            logger.info(
                "Encoded %d of %d readings (%.0f s).",
                len(found), len(order), time.monotonic() - start,
            )  # fmt: skip
    return found
