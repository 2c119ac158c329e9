"""Rasa component: the intent of a message, read whole and sentence by sentence."""

from __future__ import annotations

import logging
from dataclasses import fields
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.exceptions import InvalidConfigException
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from crampwise.classify import Classifier
from crampwise.classify.classifier import train
from crampwise.nlu.sentence_encoder import SENTENCE_VECTORS

logger = logging.getLogger(__name__)
FILE = "classifier.npz"
RANKING = "intent_ranking"
NAME = "name"
CONFIDENCE = "confidence"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentClassifier(GraphComponent):
    """Sets the intent and the whole ranking.

    Config:
        whole_share: how much of the say the message as a whole has over its likeliest sentence.
        outside_intent: the intent of phrases outside the bot's subject, if the data has one.
        outside_from: its probability from which a message counts as outside even when another
            intent is likelier on its own.
    """

    def __init__(
        self,
        config: dict[str, Any],
        storage: ModelStorage,
        resource: Resource,
        classifier: Classifier | None = None,
    ) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._classifier = classifier

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"whole_share": 0.5, "outside_intent": None, "outside_from": 0.5}

    @staticmethod
    def validate_config(config: dict[str, Any]) -> None:
        for name in ("whole_share", "outside_from"):
            if not 0 <= config.get(name, 0.5) <= 1:
                raise InvalidConfigException(f"IntentClassifier: {name} must be from 0 to 1.")

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> IntentClassifier:
        cls.validate_config(config)
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> IntentClassifier:
        with model_storage.read_from(resource) as folder, np.load(folder / FILE) as arrays:
            classifier = Classifier(
                **{field.name: arrays[field.name] for field in fields(Classifier)}
            )
        return cls(config, model_storage, resource, classifier)

    def train(self, training_data: TrainingData) -> Resource:
        """Trains on the vectors of the phrases that have an intent."""
        found = [(_vector(e), e.get(INTENT)) for e in training_data.intent_examples]
        known = [(vector, intent) for vector, intent in found if vector is not None]
        logger.info("Training on %d phrases.", len(known))
        vectors = np.stack([vector for vector, _ in known])
        self._classifier = train(vectors, [intent for _, intent in known])
        with self._storage.write_to(self._resource) as folder:
            arrays = {
                field.name: getattr(self._classifier, field.name) for field in fields(Classifier)
            }
            np.savez(folder / FILE, **arrays)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Sets intent and ranking of every message that has a vector."""
        for message in messages:
            vector = _vector(message)
            if vector is None or self._classifier is None:
                message.set(INTENT, {NAME: None, CONFIDENCE: 0.0}, add_to_output=True)
                continue
            prediction = self._classifier.ranked(self._probabilities(vector, message))
            ranking = [
                {NAME: label, CONFIDENCE: confidence}
                for label, confidence in zip(prediction.labels, prediction.confidences)
            ]
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set(RANKING, ranking, add_to_output=True)
        return messages

    def _probabilities(self, vector: np.ndarray, message: Message) -> np.ndarray:
        """Of the whole, joined with those of the sentence that is surest of itself.

        A story's question is often one sentence of several. A sentence that is only small talk or
        outside the subject does not outweigh the others.
        """
        classifier = self._classifier
        assert classifier is not None
        whole = classifier.probabilities(vector[None, :])[0]
        sentences = message.get(SENTENCE_VECTORS)
        if sentences is None:
            return self._judged(whole)
        each = classifier.probabilities(sentences)
        share = self._config["whole_share"]
        return self._judged(share * whole + (1 - share) * each.mean(axis=0))

    def _judged(self, probabilities: np.ndarray) -> np.ndarray:
        """Moves the outside intent to the front when it is likely enough."""
        assert self._classifier is not None
        outside = np.flatnonzero(self._classifier.labels == self._config["outside_intent"])
        if not len(outside) or probabilities[outside[0]] < self._config["outside_from"]:
            return probabilities
        lifted = probabilities.copy()
        lifted[outside[0]] = max(lifted[outside[0]], probabilities.max() + 1e-6)
        return lifted / lifted.sum()


def _vector(message: Message) -> np.ndarray | None:
    _, sentence = message.get_dense_features(TEXT)
    return None if sentence is None else np.asarray(sentence.features[0], np.float32)
