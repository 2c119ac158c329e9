"""Rasa component: illnesses and medicines that a message tells of without their names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.exceptions import InvalidConfigException
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from crampwise.classify.storage import arrays_of, of_arrays
from crampwise.encoder.shared import tuned_network
from crampwise.entities import UNNAMED
from crampwise.knowledge.shared import knowledge
from crampwise.nlu.entity_recogniser import MENTIONS
from crampwise.nlu.learner import Learner
from crampwise.nlu.measuring import measured, tellings, vector_of
from crampwise.nlu.normaliser import reading
from crampwise.nlu.notes import TELLS, notes
from crampwise.telling import NOTHING, Judgement, TellingModel, train
from crampwise.text.sentences import split

FILE = "tellings.npz"
CONDITION, MEDICINE = "condition", "medicine"
ORDINARY = 5000  # other phrases to learn from; with all of them it dares to find less

Span = tuple[int, int]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class TellingReader(Learner):
    """Adds a condition or a medicine where a sentence tells of one and names none of that kind.

    The entity spans the sentence. Learns from the phrases with `tells` in their metadata, and, as
    such that tell nothing, from phrases without any metadata in which nothing of the kind is named.
    Without phrases that tell of something it finds nothing.

    Config:
        sure: the likelihood (0 to 1) from which something counts as told.
    """

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, storage, resource)
        self._sure = float(config["sure"])
        self._model: TellingModel | None = None
        self._kinds = {
            **dict.fromkeys(knowledge().conditions, CONDITION),
            **dict.fromkeys(knowledge().medicines, MEDICINE),
        }

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"sure": 0.5}

    @staticmethod
    def validate_config(config: dict[str, Any]) -> None:
        if not 0 < config["sure"] <= 1:
            raise InvalidConfigException("TellingReader: sure must be over 0 and at most 1.")

    def restore(self, folder: Path) -> None:
        with np.load(folder / FILE) as arrays:
            self._model = of_arrays(TellingModel, arrays) if arrays.files else None

    def keep(self, folder: Path) -> None:
        # Without a model, too, there must be a file: Rasa's cache drops an empty folder.
        np.savez(folder / FILE, **(arrays_of(self._model) if self._model else {}))

    def train(self, training_data: TrainingData) -> Resource:
        """Trains the reader, if there are phrases that tell of something.

        Raises InvalidConfigException where one tells of what the knowledge base does not hold.
        """
        phrases = [phrase for phrase in training_data.intent_examples if TELLS in notes(phrase)]
        others = [phrase for phrase in training_data.intent_examples if self._is_ordinary(phrase)]
        if phrases and others:
            drawn = np.random.default_rng(0).permutation(len(others))[:ORDINARY]
            phrases += [others[place] for place in np.sort(drawn)]
            read = [(vector_of(phrase), self._told(phrase)) for phrase in phrases]
            vectors = [vector for vector, _ in read if vector is not None]
            self._model = train(np.stack(vectors), [told for v, told in read if v is not None])
        return self.kept()

    def process(self, messages: list[Message]) -> list[Message]:
        """Adds what each message tells without a name."""
        for message in messages:
            text, kept = message.get(TEXT) or "", list(message.get(ENTITIES, []))
            for value, likely, (start, end) in self._found(message):
                kind = self._kinds[value]
                named = (item for item in kept if item["entity"] == kind)
                if not any(item["start"] < end and start < item["end"] for item in named):
                    kept.append(
                        {
                            "entity": kind, "value": value, "start": start, "end": end,
                            "confidence_entity": round(likely, 3), "text": text[start:end],
                            "extractor": UNNAMED,
                        }
                    )  # fmt: skip
            message.set(ENTITIES, kept, add_to_output=True)
        return messages

    def _told(self, phrase: Message) -> str:
        told = str(notes(phrase).get(TELLS, NOTHING))
        if told != NOTHING and told not in self._kinds:
            raise InvalidConfigException(
                f"data/nlu: '{phrase.get(TEXT)}' is noted to tell of '{told}', which is neither in "
                "conditions.yml nor in medicines.yml."
            )
        return told

    def _is_ordinary(self, phrase: Message) -> bool:
        named = any(f.entity in (CONDITION, MEDICINE) for f in phrase.get(MENTIONS) or ())
        return not notes(phrase) and not named

    def _found(self, message: Message) -> list[tuple[str, float, Span]]:
        """What is told, how likely that is, and where: sentence by sentence, else by the whole."""
        read, likely = measured(message), tellings(message)
        if self._model is None or read is None or likely is None:
            return []
        told = self._model.read(read.vectors, Judgement(tuned_network().tells, likely))
        spans = _spans(message, len(told))
        sure = [
            (value, share, span)
            for (value, share), span in zip(told, spans)
            if share >= self._sure and value in self._kinds
        ]
        return [each for each in sure if each[2] != spans[0]] or sure[:1]


def _spans(message: Message, count: int) -> list[Span]:
    """Where in the message each of the `count` texts read stands: the whole, then sentences."""
    text, place = message.get(TEXT), 0
    spans = [(0, len(text))]
    sentences, read = split(text), split(reading(message))
    if count == 1 or len(sentences) != len(read):
        return spans * count
    for sentence in sentences:
        words = sentence.split()
        start = text.find(words[0], place)
        place = text.find(words[-1], start) + len(words[-1])
        spans.append((start, place))
    return spans
