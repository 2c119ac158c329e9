"""Rasa component: danger signs, which go before every other reading of a message."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from crampwise.knowledge.shared import knowledge
from crampwise.nlu.said_before import said_before
from crampwise.safety import FLAG
from crampwise.safety import RedFlagReader as Reader
from crampwise.safety.aftermath import AFTERMATH
from crampwise.safety.places import places

RANKING = "intent_ranking"
REGION = "region"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class RedFlagReader(GraphComponent):
    """Overrides the intent with `intent` when a message, read with those before it, tells danger.

    Config:
        intent: the intent of a report of danger; the classifier before this one knows it, too.
        sure_from: the confidence the classifier needs to call a message that on its own. Below it
            the next likeliest intent stands, as one unsure word must not alarm a reader.
    """

    def __init__(self, config: dict[str, Any]) -> None:
        self._intent: str = config["intent"]
        self._sure_from: float = config["sure_from"]
        self._reader = Reader(knowledge())
        self._places = places()

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

    def process(
        self, messages: list[Message], tracker: DialogueStateTracker | None = None
    ) -> list[Message]:
        """Sets intent and flag of every message that tells of danger.

        Also where the person is, and what a message says of a danger told before it.
        """
        earlier = said_before(tracker)
        for message in messages:
            text = message.get(TEXT) or ""
            region = self._places.told(text)
            if region:
                self._add(message, REGION, region)
            hit = self._reader.read(text, earlier)
            if hit is not None:
                self._alarm(message, hit.flag)
                continue
            self._without_alarm(message)
            aftermath = self._reader.aftermath(text) if earlier else None
            if aftermath:
                message.set(AFTERMATH, aftermath.value, add_to_output=True)
        return messages

    def _alarm(self, message: Message, flag: str) -> None:
        first = {"name": self._intent, "confidence": 1.0}
        others = [item for item in message.get(RANKING) or () if item["name"] != self._intent]
        message.set(INTENT, first, add_to_output=True)
        message.set(RANKING, [first, *others], add_to_output=True)
        self._add(message, FLAG, flag)

    def _without_alarm(self, message: Message) -> None:
        """Sets the second likeliest intent where the classifier alone says danger, but unsurely."""
        ranking = message.get(RANKING) or []
        if len(ranking) < 2 or ranking[0]["name"] != self._intent:
            return
        if ranking[0]["confidence"] < self._sure_from:
            ranking = [ranking[1], ranking[0], *ranking[2:]]
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set(RANKING, ranking, add_to_output=True)

    def _add(self, message: Message, entity: str, value: str) -> None:
        text = message.get(TEXT)
        found = {
            "entity": entity, "value": value, "start": 0, "end": len(text),
            "text": text, "extractor": type(self).__name__,
        }  # fmt: skip
        message.set(ENTITIES, [*message.get(ENTITIES, []), found], add_to_output=True)
