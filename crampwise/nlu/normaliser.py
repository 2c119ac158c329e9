"""Rasa component: the plain spelling of a message, and its reading with names masked.

What is learnt of one nutrient or medicine then holds for all: "magnezium 4 cramps" and "potassium
for cramps" read the same to the encoder.
"""

from __future__ import annotations

import json
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from crampwise.encoder.shared import encoder
from crampwise.nlu.entity_recogniser import MENTIONS
from crampwise.text.normalise import normalise
from crampwise.text.spelling import Speller, lexicon

READING = "reading"
FILE = "lexicon.json"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class Normaliser(GraphComponent):
    """Sets READING: the normalised message, spelling mended, with each entity of `class_words`
    written as its class word, unless it is of two kinds. Learns spellings from the phrases."""

    def __init__(
        self,
        config: dict[str, Any],
        storage: ModelStorage,
        resource: Resource,
        counts: dict[str, int] | None = None,
    ) -> None:
        self._class_words: dict[str, str] = config["class_words"]
        self._storage = storage
        self._resource = resource
        self._speller = Speller(counts or {}, encoder().knows)

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"class_words": {}}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Normaliser:
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> Normaliser:
        with model_storage.read_from(resource) as folder:
            counts = json.loads((folder / FILE).read_text(encoding="utf-8"))
        return cls(config, model_storage, resource, counts)

    def train(self, training_data: TrainingData) -> Resource:
        """Learns the words of the phrases."""
        texts = [self._masked(e) for e in training_data.training_examples if e.get(TEXT)]
        counts = lexicon(texts, encoder().knows)
        self._speller = Speller(counts, encoder().knows)
        with self._storage.write_to(self._resource) as folder:
            (folder / FILE).write_text(json.dumps(counts), encoding="utf-8")
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Sets the reading of every training phrase."""
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Sets the reading of every message that has a text."""
        for message in messages:
            if message.get(TEXT):
                message.set(READING, self._speller.mend(self._masked(message)))
        return messages

    def _masked(self, message: Message) -> str:
        text = message.get(TEXT)
        parts, done = [], 0
        for found in message.get(MENTIONS) or ():
            word = self._class_words.get(found.entity)
            if word and not found.is_two_kinds:
                parts += [text[done : found.start], word]
                done = found.end
        return normalise("".join([*parts, text[done:]]))
