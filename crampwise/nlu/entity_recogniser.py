"""Rasa component: entities by the names of the knowledge base, also when misspelt."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from crampwise.encoder.shared import encoder
from crampwise.entities import Found, Recogniser
from crampwise.knowledge.shared import knowledge
from crampwise.nlu import side_by_side

MENTIONS = "mentions"  # what was found, for the components behind this one


# A featurizer by type: Rasa lets only those work on the training phrases, which must be masked by
# the same mentions as the messages later.
@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class EntityRecogniser(GraphComponent):
    """Adds entities with their place, value (an id) and confidence."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._recogniser = Recogniser(knowledge(), encoder().knows)

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> EntityRecogniser:
        return cls(execution_context.node_name or cls.__name__)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Finds the mentions in the training phrases, which the encoder masks."""
        messages = [message for message in training_data.training_examples if message.get(TEXT)]
        found = side_by_side.each(
            self._recogniser.find, [message.get(TEXT) for message in messages]
        )
        for message, mentions in zip(messages, found):
            message.set(MENTIONS, mentions)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Adds the entities of each message."""
        for message in messages:
            text = message.get(TEXT) or ""
            found = self._recogniser.find(text)
            message.set(MENTIONS, found)
            entities = [self._entity(item, text) for item in found]
            message.set(ENTITIES, message.get(ENTITIES, []) + entities, add_to_output=True)
        return messages

    def _entity(self, found: Found, text: str) -> dict[str, Any]:
        return {
            "entity": found.entity,
            "value": found.value,
            "start": found.start,
            "end": found.end,
            "confidence_entity": found.confidence,
            "text": text[found.start : found.end],
            "extractor": type(self).__name__,
        }
