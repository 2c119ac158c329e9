"""Rasa component: danger signs, which go before every other reading of a message."""

from __future__ import annotations

from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.constants import INTENT_RANKING_KEY as RANKING
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from crampwise.classify.storage import arrays_of, of_arrays
from crampwise.encoder.shared import tuned_network
from crampwise.knowledge.shared import knowledge
from crampwise.nlu import side_by_side
from crampwise.nlu.learner import Learner
from crampwise.nlu.measuring import measure, measured, vector_of
from crampwise.nlu.normaliser import reading
from crampwise.nlu.notes import notes
from crampwise.nlu.said_before import said_before
from crampwise.safety import FLAG
from crampwise.safety.advice import advised
from crampwise.safety.aftermath import AFTERMATH, GOES_BACK, Aftermath
from crampwise.safety.danger import DANGER, Danger
from crampwise.safety.judging import Heard, Judge, Thresholds
from crampwise.safety.model import DangerModel
from crampwise.safety.places import REGION, places
from crampwise.safety.reader import Seen
from crampwise.safety.training import Example, train

FILE = "danger.npz"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class RedFlagReader(Learner):
    """Sets the intent `intent` when a message, read with those before it, tells of danger.

    Whatever the classifier before this one thinks of that intent, only this component gives it.
    Learns from phrases of that intent with a `flag` in their metadata, and from phrases of other
    intents, in which those marked `look_alike` are told apart. Without phrases that report danger
    the rules stay alone.

    Config:
        intent: the intent of a report of danger.
        alarm, agreed, together, doubt, sure_flag, surer: see `judging.Thresholds`.
    """

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, storage, resource)
        self._intent: str = config["intent"]
        self._learn(None)
        self._places = places()

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"intent": "red_flag", **asdict(Thresholds())}

    def _learn(self, model: DangerModel | None) -> None:
        self._model = model
        if model is not None:
            tuned_network()  # loaded now, and not while the first message waits
        thresholds = {field.name: self._config[field.name] for field in fields(Thresholds)}
        self._judge = Judge(knowledge(), Thresholds(**thresholds), model)

    def restore(self, folder: Path) -> None:
        with np.load(folder / FILE) as arrays:
            if arrays.files:
                self._learn(of_arrays(DangerModel, arrays))

    def keep(self, folder: Path) -> None:
        # Without a model, too, there must be a file: Rasa's cache drops an empty folder.
        np.savez(folder / FILE, **(arrays_of(self._model) if self._model else {}))

    def train(self, training_data: TrainingData) -> Resource:
        """Trains the model of danger, if there are reports to learn from."""
        phrases = training_data.intent_examples
        seen = side_by_side.each(self._judge.reader.examine, [e.get(TEXT) for e in phrases])
        examples = [e for told in zip(phrases, seen) if (e := self._example(*told))]
        if any(example.flag is not None for example in examples):
            self._learn(train(examples))
        return self.kept()

    def process(
        self, messages: list[Message], tracker: DialogueStateTracker | None = None
    ) -> list[Message]:
        """Sets intent and flag of every message that tells of danger.

        Also where the person is, and what a message says of a danger told before it.
        """
        before = said_before(tracker, self._intent)
        kept = Danger.kept(tracker.get_slot(DANGER)) if tracker else None
        for message in messages:
            text = message.get(TEXT) or ""
            region = self._places.told(text)
            if region:
                self._add(message, REGION, region)
            read = measured(message) if self._model else None
            heard = Heard(text, self._judge.reader.examine(text), read)
            reader, earlier = self._judge.reader, before.texts
            aftermath = reader.aftermath(text, earlier) if earlier else None
            if aftermath is Aftermath.ANOTHERS and kept:
                earlier = ()  # what was told before is not of the speaker
            hit = (
                (reader.worse(text, kept.flag) if kept else None)
                or self._judge.judge(heard, earlier, measure)
                or self._judge.judge_together(heard, before.since_danger, measure)
            )
            if hit is not None:
                self._alarm(message, hit.flag)
                continue
            self._without_alarm(message)
            if aftermath:
                message.set(AFTERMATH, aftermath.value, add_to_output=True)
            if kept and kept.sought and self._goes_back(kept, text, aftermath):
                message.set(GOES_BACK, True, add_to_output=True)
        return messages

    @staticmethod
    def _goes_back(danger: Danger, text: str, told: Aftermath | None) -> bool:
        """Whether a message asks about a danger that is seen to, or tells that it is worse."""
        flag = knowledge().red_flags.get(danger.flag)  # none, where it was kept by an older bot
        asks = flag is not None and advised(knowledge(), flag, text) is not None
        return told is Aftermath.WORSE or asks

    def _example(self, message: Message, seen: Seen) -> Example | None:
        vector = vector_of(message)
        if vector is None:
            return None
        noted = notes(message)
        intent = str(message.get(INTENT))
        return Example(
            reading(message),
            vector,
            *seen,
            flag=noted.get("flag") if intent == self._intent else None,
            kind=f"{intent}, looks like danger" if noted.get("look_alike") else intent,
        )

    def _alarm(self, message: Message, flag: str) -> None:
        first = {"name": self._intent, "confidence": 1.0}
        others = [item for item in message.get(RANKING) or () if item["name"] != self._intent]
        message.set(INTENT, first, add_to_output=True)
        message.set(RANKING, [first, *others], add_to_output=True)
        self._add(message, FLAG, flag)

    def _without_alarm(self, message: Message) -> None:
        """Shares out among the other intents what the classifier before this one gave to danger."""
        ranking = message.get(RANKING) or []
        others = [item for item in ranking if item["name"] != self._intent]
        total = sum(item["confidence"] for item in others)
        if not total or len(others) == len(ranking):
            return
        ranking = [{**item, "confidence": item["confidence"] / total} for item in others]
        message.set(INTENT, ranking[0], add_to_output=True)
        message.set(
            RANKING, [*ranking, {"name": self._intent, "confidence": 0.0}], add_to_output=True
        )

    def _add(self, message: Message, entity: str, value: str) -> None:
        text = message.get(TEXT)
        found = {
            "entity": entity, "value": value, "start": 0, "end": len(text),
            "text": text, "extractor": type(self).__name__,
        }  # fmt: skip
        message.set(ENTITIES, [*message.get(ENTITIES, []), found], add_to_output=True)
