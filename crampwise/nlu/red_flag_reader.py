"""Rasa component: danger signs, which go before every other reading of a message."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from crampwise.knowledge.shared import knowledge
from crampwise.safety import FLAG
from crampwise.safety import RedFlagReader as Reader

RANKING = "intent_ranking"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class RedFlagReader(GraphComponent):
    """Overrides the intent with `intent` when the rules find a danger sign in the message.

    Config:
        intent: the intent of a report of danger; the classifier before this one knows it, too.
        sure_from: the confidence the classifier needs to call a message that on its own. Below it
            the next likeliest intent stands, as one unsure word must not alarm a reader.
    """

    def __init__(self, config: dict[str, Any]) -> None:
        self._intent: str = config["intent"]
        self._sure_from: float = config["sure_from"]
        self._reader = Reader(knowledge())

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"intent": "red_flag", "sure_from": 0.5}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> RedFlagReader:
        return cls(config)

    def process(self, messages: list[Message]) -> list[Message]:
        """Sets intent and flag of every message that tells of danger."""
        for message in messages:
            text = message.get(TEXT) or ""
            hit = self._reader.read(text)
            if hit is None:
                self._without_alarm(message)
                continue
            first = {"name": self._intent, "confidence": 1.0}
            others = [item for item in message.get(RANKING) or () if item["name"] != self._intent]
            flag = {
                "entity": FLAG, "value": hit.flag, "start": 0, "end": len(text),
                "text": text, "extractor": type(self).__name__,
            }  # fmt: skip
            message.set(INTENT, first, add_to_output=True)
            message.set(RANKING, [first, *others], add_to_output=True)
            message.set(ENTITIES, [*message.get(ENTITIES, []), flag], add_to_output=True)
        return messages

    def _without_alarm(self, message: Message) -> None:
        """Sets the second likeliest intent where the classifier alone says danger, but unsurely."""
        ranking = message.get(RANKING) or []
        if len(ranking) < 2 or ranking[0]["name"] != self._intent:
            return
        if ranking[0]["confidence"] < self._sure_from:
            ranking = [ranking[1], ranking[0], *ranking[2:]]
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set(RANKING, ranking, add_to_output=True)
