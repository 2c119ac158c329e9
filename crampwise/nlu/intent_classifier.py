"""Rasa component: the intent of a message, and whether it is one the bot knows."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME
from rasa.shared.exceptions import InvalidConfigException
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.constants import INTENT_RANKING_KEY as RANKING
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from crampwise.classify import Classifier, train
from crampwise.classify.storage import arrays_of, of_arrays
from crampwise.nlu.entity_recogniser import MENTIONS
from crampwise.nlu.learner import Learner
from crampwise.nlu.marks import kinds_of, marks
from crampwise.nlu.notes import notes

logger = logging.getLogger(__name__)
FILE = "classifier.npz"
KINDS = "kinds"
NAME = "name"
CONFIDENCE = "confidence"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentClassifier(Learner):
    """Sets the intent and the whole ranking.

    Config:
        outside_intent: the intent of phrases outside the bot's subject, if the data has one. If it
            has none, messages unlike all phrases are given Rasa's own `nlu_fallback`.
        outside_from: the probability of being outside from which a message counts as that.
        refused_share: where the data has no such phrases, the share of the bot's own phrases, each
            left out of training, that would count as outside. Less refuses fewer questions and
            answers more strange ones.
        leave_out: words, of which one in the metadata of a phrase tells that it is there for
            another component, and not to be learnt as an example of its intent.
    """

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, storage, resource)
        self._classifier: Classifier | None = None
        self._kinds: list[str] = []

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {
            "outside_intent": None,
            "outside_from": 0.5,
            "refused_share": 0.1,
            "leave_out": [],
        }

    @staticmethod
    def validate_config(config: dict[str, Any]) -> None:
        for name in ("outside_from", "refused_share"):
            if not 0 < config[name] <= 1:
                raise InvalidConfigException(f"IntentClassifier: {name} must be above 0, up to 1.")
        if not isinstance(config["leave_out"], list):
            raise InvalidConfigException("IntentClassifier: leave_out must be a list of words.")

    def restore(self, folder: Path) -> None:
        with np.load(folder / FILE) as arrays:
            self._kinds = [str(kind) for kind in arrays[KINDS]]
            self._classifier = of_arrays(Classifier, arrays)

    def keep(self, folder: Path) -> None:
        assert self._classifier is not None
        np.savez(
            folder / FILE, **arrays_of(self._classifier), **{KINDS: np.array(self._kinds, str)}
        )

    def train(self, training_data: TrainingData) -> Resource:
        """Trains on the phrases that have an intent."""
        left_out = set(self._config["leave_out"])
        phrases = [
            message
            for message in training_data.intent_examples
            if _dense(message) is not None and left_out.isdisjoint(notes(message))
        ]
        logger.info("Training on %d phrases.", len(phrases))
        names = [phrase.get(INTENT) for phrase in phrases]
        outside = self._config["outside_intent"]
        self._kinds = kinds_of(phrase.get(MENTIONS) or () for phrase in phrases)
        self._classifier = train(
            np.stack([self._vector(phrase) for phrase in phrases]),
            names,
            outside if outside in names else DEFAULT_NLU_FALLBACK_INTENT_NAME,
            self._config["refused_share"],
        )
        return self.kept()

    def process(self, messages: list[Message]) -> list[Message]:
        """Sets intent and ranking of every message that has a vector."""
        for message in messages:
            if _dense(message) is None or self._classifier is None:
                message.set(INTENT, {NAME: None, CONFIDENCE: 0.0}, add_to_output=True)
                continue
            ranking = self._ranking(self._vector(message))
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set(RANKING, ranking, add_to_output=True)
        return messages

    def _ranking(self, vector: np.ndarray) -> list[dict[str, Any]]:
        """Likeliest first; but what is likely enough to be outside is outside."""
        classifier = self._classifier
        assert classifier is not None
        found = classifier.probabilities(vector[None, :])[0]
        order = list(np.argsort(-found))
        outside = int(classifier.outside)
        if found[outside] >= self._config["outside_from"]:
            order.remove(outside)
            order.insert(0, outside)
        return [{NAME: str(classifier.labels[i]), CONFIDENCE: float(found[i])} for i in order]

    def _vector(self, message: Message) -> np.ndarray:
        return np.concatenate([_dense(message), marks(message.get(MENTIONS) or (), self._kinds)])


def _dense(message: Message) -> np.ndarray | None:
    _, sentence = message.get_dense_features(TEXT)
    return None if sentence is None else np.asarray(sentence.features[0], np.float32)
