"""Phrases are read as Rasa reads them, and their copies do not share what components change."""

from __future__ import annotations

import copy
from pathlib import Path

import numpy as np
import pytest
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, INTENT, TEXT
from rasa.shared.nlu.training_data.features import Features

from crampwise.nlu.importer import Phrase, PhraseImporter

PHRASES = """
version: "3.1"
nlu:
- intent: foods
  examples: |
    - which foods hold [iron](nutrient)
    - which foods hold [iron](nutrient)
    - bananas?
- intent: red_flag
  metadata: {flag: dvt}
  examples: |
    - my calf is swollen
- synonym: iron
  examples: |
    - fe
"""
CONFIG = "importers:\n  - name: crampwise.nlu.importer.PhraseImporter\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "nlu.yml").write_text(PHRASES)
    (tmp_path / "config.yml").write_text(CONFIG)
    (tmp_path / "domain.yml").write_text('version: "3.1"\nintents: [foods, red_flag]\n')
    return tmp_path


def told(project: Path, config: dict) -> tuple[list, dict]:
    names = (str(project / "config.yml"), str(project / "domain.yml"), [str(project / "nlu.yml")])
    found = TrainingDataImporter.load_from_dict(config, *names).get_nlu_data(language="en")
    return sorted(repr(sorted(m.data.items())) for m in found.nlu_examples), found.entity_synonyms


def test_the_same_phrases_are_read_as_by_rasas_own_importer(project):
    ours = told(project, {"importers": [{"name": "crampwise.nlu.importer.PhraseImporter"}]})
    assert ours == told(project, {})
    assert len(ours[0]) == 3


def test_files_are_read_once(project, monkeypatch):
    importer = PhraseImporter(None, None, [str(project / "nlu.yml")])
    first = importer.get_nlu_data()
    monkeypatch.setattr("rasa.shared.importers.rasa.utils.training_data_from_paths", None)
    assert importer.get_nlu_data("en") is first


def test_a_copy_keeps_its_own_values_and_features():
    phrase = Phrase({TEXT: "bananas?", INTENT: "foods"})
    twin = copy.deepcopy(phrase)
    assert twin == phrase
    twin.set("reading", "bananas")
    vector = np.ones((1, 4), np.float32)
    twin.add_features(Features(vector, FEATURE_TYPE_SENTENCE, TEXT, "encoder"))
    assert phrase.get("reading") is None
    assert not phrase.features
    assert twin != phrase


def test_the_fingerprint_tells_values_and_features_apart():
    def printed(intent: str, number: float) -> str:
        phrase = Phrase({TEXT: "bananas?", INTENT: intent})
        vector = np.full((1, 4), number, np.float32)
        phrase.add_features(Features(vector, FEATURE_TYPE_SENTENCE, TEXT, "encoder"))
        return phrase.fingerprint()

    assert printed("foods", 1) == printed("foods", 1)
    assert len({printed("foods", 1), printed("foods", 2), printed("dose", 1)}) == 3
