"""Rasa component: the vector of a message's reading."""

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
from crampwise.nlu.normaliser import READING
from crampwise.text.sentences import split

logger = logging.getLogger(__name__)
SENTENCE_VECTORS = "sentence_vectors"  # float32 (sentences, width) of a message of several
CHUNK = 512  # phrases between two lines of progress


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceVectors(GraphComponent):
    """Adds a dense sentence feature, and the vectors of the sentences of a longer message."""

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
        messages = [message for message in training_data.training_examples if _text(message)]
        start = time.monotonic()
        for first in range(0, len(messages), CHUNK):
            part = messages[first : first + CHUNK]
            for message, vector in zip(part, encoder().encode([_text(m) for m in part])):
                self._set(message, vector)
            logger.info(
                "Encoded %d of %d phrases (%.0f s).",
                first + len(part), len(messages), time.monotonic() - start,
            )  # fmt: skip
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Encodes each message, and its sentences where it has several."""
        for message in messages:
            text = _text(message)
            if not text:
                continue
            sentences = split(text)
            several = len(sentences) > 1
            vectors = encoder().encode([text, *sentences] if several else [text])
            self._set(message, vectors[0])
            if several:
                message.set(SENTENCE_VECTORS, vectors[1:])
        return messages

    def _set(self, message: Message, vector: np.ndarray) -> None:
        message.add_features(Features(vector[None, :], FEATURE_TYPE_SENTENCE, TEXT, self._name))


def _text(message: Message) -> str:
    return str(message.get(READING) or message.get(TEXT) or "")
