"""Rasa component: danger signs, which go before every other reading of a message."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import ENTITIES, INTENT, METADATA_INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from crampwise.encoder.session import WIDTH
from crampwise.encoder.shared import encoder
from crampwise.knowledge.shared import knowledge
from crampwise.nlu.normaliser import READING
from crampwise.nlu.said_before import said_before
from crampwise.safety import FLAG
from crampwise.safety.aftermath import AFTERMATH
from crampwise.safety.judging import Judge, Thresholds
from crampwise.safety.model import DangerModel
from crampwise.safety.places import places
from crampwise.safety.training import Example, train
from crampwise.text.sentences import split

RANKING = "intent_ranking"
REGION = "region"
FILE = "danger.npz"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class RedFlagReader(GraphComponent):
    """Sets the intent `intent` when a message, read with those before it, tells of danger.

    Whatever the classifier before this one thinks of that intent, only this component gives it.
    Learns from phrases of that intent with a `flag` in their metadata, and from phrases of other
    intents, above all those marked `look_alike`.

    Config:
        intent: the intent of a report of danger.
        emergency, same_day, soon, together, doubt, sure_flag: see `judging.Thresholds`.
    """

    def __init__(
        self,
        config: dict[str, Any],
        storage: ModelStorage,
        resource: Resource,
        model: DangerModel | None = None,
    ) -> None:
        self._intent: str = config["intent"]
        self._thresholds = Thresholds(
            **{field.name: config[field.name] for field in fields(Thresholds)}
        )
        self._storage = storage
        self._resource = resource
        self._judge = Judge(knowledge(), self._thresholds, model)
        self._places = places()

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"intent": "red_flag", **asdict(Thresholds())}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> RedFlagReader:
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> RedFlagReader:
        with model_storage.read_from(resource) as folder:
            if not (folder / FILE).exists():
                return cls(config, model_storage, resource)
            with np.load(folder / FILE) as arrays:
                found = {field.name: arrays[field.name] for field in fields(DangerModel)}
        return cls(config, model_storage, resource, DangerModel(**found))

    def train(self, training_data: TrainingData) -> Resource:
        """Trains the model of danger; without reports to learn from, the rules stay alone."""
        examples = [example for e in training_data.intent_examples if (example := self._example(e))]
        if all(example.flag is None for example in examples):
            with self._storage.write_to(self._resource):
                return self._resource
        model = train(examples)
        self._judge = Judge(knowledge(), self._thresholds, model)
        with self._storage.write_to(self._resource) as folder:
            arrays = {field.name: getattr(model, field.name) for field in fields(DangerModel)}
            np.savez(folder / FILE, **arrays)
        return self._resource

    def process(
        self, messages: list[Message], tracker: DialogueStateTracker | None = None
    ) -> list[Message]:
        """Sets intent and flag of every message that tells of danger.

        Also where the person is, and what a message says of a danger told before it.
        """
        before = said_before(tracker, self._intent)
        for message in messages:
            text = message.get(TEXT) or ""
            region = self._places.told(text)
            if region:
                self._add(message, REGION, region)
            hit = self._judge.judge(
                text, before.texts, _vector(message), _of_sentences(message)
            ) or self._judge.judge_together(text, before.since_danger, encoder().encode)
            if hit is not None:
                self._alarm(message, hit.flag)
                continue
            self._without_alarm(message)
            aftermath = self._judge.reader.aftermath(text) if before.texts else None
            if aftermath:
                message.set(AFTERMATH, aftermath.value, add_to_output=True)
        return messages

    def _example(self, message: Message) -> Example | None:
        vector = _vector(message)
        if vector is None:
            return None
        marks = (message.get("metadata") or {}).get(METADATA_INTENT) or {}
        hit, traits = self._judge.reader.examine(message.get(TEXT))
        return Example(
            vector,
            _of_sentences(message),
            hit,
            traits,
            flag=marks.get("flag") if message.get(INTENT) == self._intent else None,
            look_alike=bool(marks.get("look_alike")),
        )

    def _alarm(self, message: Message, flag: str) -> None:
        first = {"name": self._intent, "confidence": 1.0}
        others = [item for item in message.get(RANKING) or () if item["name"] != self._intent]
        message.set(INTENT, first, add_to_output=True)
        message.set(RANKING, [first, *others], add_to_output=True)
        self._add(message, FLAG, flag)

    def _without_alarm(self, message: Message) -> None:
        """Sets the likeliest other intent where the classifier alone says danger."""
        ranking = message.get(RANKING) or []
        if len(ranking) > 1 and ranking[0]["name"] == self._intent:
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


def _vector(message: Message) -> np.ndarray | None:
    """The vector of the message as it is; that with masked names stands behind it."""
    _, sentence = message.get_dense_features(TEXT)
    return None if sentence is None else np.asarray(sentence.features[0][:WIDTH], np.float32)


def _of_sentences(message: Message) -> np.ndarray | None:
    """The vectors of the sentences of a message that has several: danger hides in long ones."""
    sentences = split(message.get(READING) or message.get(TEXT) or "")
    return encoder().encode(sentences) if len(sentences) > 1 else None
