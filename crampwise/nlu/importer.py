"""Rasa importer: the files of a project as Rasa reads them, once, as phrases that copy cheaply.

Rasa copies every phrase deeply and takes its fingerprint anew a dozen times in a training, and
reads all phrases twice. Of 24,000 phrases that takes longer than learning from them.
"""

from __future__ import annotations

import hashlib
from typing import Any

from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from typing_extensions import Self


class Phrase(Message):
    """A message whose copies share what nobody changes: its values, not what holds them."""

    _cached_fingerprint: str | None

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        twin = type(self)(self.data, set(self.output_properties), self.time, list(self.features))
        twin._cached_fingerprint = self._cached_fingerprint
        return twin

    def fingerprint(self) -> str:
        """A text that differs when any value or feature differs."""
        if self._cached_fingerprint is None:
            digest = hashlib.md5(repr(sorted(self.data.items())).encode())
            for each in self.features:
                digest.update(f"{each.type} {each.origin} {each.attribute}".encode())
                digest.update(each.features.tobytes())
            self._cached_fingerprint = digest.hexdigest()
        return self._cached_fingerprint


class PhraseImporter(RasaFileImporter):
    """Reads what Rasa's own importer reads."""

    def __init__(
        self,
        config_file: str | None = None,
        domain_path: str | None = None,
        training_data_paths: list[str] | str | None = None,
    ) -> None:
        super().__init__(config_file, domain_path, training_data_paths)
        self._phrases: dict[str | None, TrainingData] = {}

    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        """The phrases of the files, read at the first call."""
        if language not in self._phrases:
            found = super().get_nlu_data(language)
            self._phrases[language] = TrainingData(
                [Phrase(example.data) for example in found.training_examples],
                found.entity_synonyms,
                found.regex_features,
                found.lookup_tables,
                found.responses,
            )
        return self._phrases[language]
