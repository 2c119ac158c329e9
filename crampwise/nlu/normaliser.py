"""Rasa component: the plain spelling of a message, and the same with names masked.

What is learnt of one nutrient or medicine then holds for all: masked, "magnezium 4 cramps" and
"potassium for cramps" read the same to the encoder.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.exceptions import InvalidConfigException
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from crampwise.encoder.shared import encoder
from crampwise.entities import Found
from crampwise.nlu import side_by_side
from crampwise.nlu.entity_recogniser import MENTIONS
from crampwise.nlu.learner import Learner
from crampwise.nlu.notes import notes
from crampwise.text.normalise import normalise
from crampwise.text.spelling import Speller, lexicon

READING = "reading"
MASKED = "masked"
FILE = "lexicon.json"


def reading(message: Message) -> str:
    """The plain spelling of a message, or its text where no normaliser has read it."""
    return message.get(READING) or message.get(TEXT) or ""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class Normaliser(Learner):
    """Sets READING, the message normalised and its spelling mended, and MASKED, the same with each
    entity of `class_words` written as its class word, unless it is of two kinds. Learns right
    spellings from the phrases.

    Config:
        class_words: an entity's class word, by its name.
        unmasked: words, of which one in the metadata of a training phrase tells that nobody learns
            from it masked, and that reading is spared.
    """

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, storage, resource)
        self._class_words: dict[str, str] = config["class_words"]
        self._speller = Speller({}, encoder().knows)

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"class_words": {}, "unmasked": []}

    @staticmethod
    def validate_config(config: dict[str, Any]) -> None:
        if not isinstance(config["unmasked"], list):
            raise InvalidConfigException("Normaliser: unmasked must be a list of words.")

    def restore(self, folder: Path) -> None:
        counts = json.loads((folder / FILE).read_text(encoding="utf-8"))
        self._speller = Speller(counts, encoder().knows)

    def keep(self, folder: Path) -> None:
        (folder / FILE).write_text(json.dumps(self._speller.counts), encoding="utf-8")

    def train(self, training_data: TrainingData) -> Resource:
        """Learns the words of the phrases."""
        texts = [normalise(e.get(TEXT)) for e in training_data.training_examples if e.get(TEXT)]
        self._speller = Speller(lexicon(texts, encoder().knows), encoder().knows)
        return self.kept()

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Sets both readings of every training phrase."""
        unmasked = set(self._config["unmasked"])
        self._read(
            (phrase, (phrase.get(MENTIONS) or ()) if unmasked.isdisjoint(notes(phrase)) else ())
            for phrase in training_data.training_examples
        )
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Sets both readings of every message that has a text."""
        self._read((message, message.get(MENTIONS) or ()) for message in messages)
        return messages

    def _read(self, messages: Iterable[tuple[Message, Sequence[Found]]]) -> None:
        """Sets both readings of messages, of which those entities are masked."""
        read = [(message, mentions) for message, mentions in messages if message.get(TEXT)]
        told = [(message.get(TEXT), mentions) for message, mentions in read]
        for (message, _), (plain, masked) in zip(read, side_by_side.each(self._readings, told)):
            message.set(READING, plain)
            message.set(MASKED, masked)

    def _readings(self, told: tuple[str, Sequence[Found]]) -> tuple[str, str]:
        text, mentions = told
        plain = self._speller.mend(normalise(text))
        masked = self._masked(text, mentions)
        return plain, plain if masked == text else self._speller.mend(normalise(masked))

    def _masked(self, text: str, mentions: Sequence[Found]) -> str:
        parts, done = [], 0
        for found in mentions:
            word = self._class_words.get(found.entity)
            if word and not found.is_two_kinds:
                parts += [text[done : found.start], word]
                done = found.end
        return "".join([*parts, text[done:]])
