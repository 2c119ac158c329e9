"""What the network learns from: normalised phrases, reports by their flag."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from tuning import phrases


def phrase(text: str, intent: str, **notes: object) -> Message:
    return Message({"text": text, "intent": intent, "metadata": {"intent": notes}})


def test_reports_are_labelled_by_flag_tellings_by_what_they_tell_and_look_alikes_apart(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    read = TrainingData(
        [
            phrase("My CALF is  swollen!", "red_flag", flag="dvt"),
            phrase("dark coffee", "foods", look_alike=True),
            phrase("which foods", "foods"),
            phrase("i sit on the machine", "tell_profile", look_alike=True, tells="dialysis"),
            phrase("the washing machine", "smalltalk", look_alike=True, tells="none"),
        ]
    )
    monkeypatch.setattr(phrases.PhraseImporter, "get_nlu_data", lambda self: read)
    phrases.main(tmp_path / "phrases.jsonl")
    lines = (tmp_path / "phrases.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)[1] for line in lines] == [
        "flag:dvt",
        "foods, looks like danger",
        "foods",
        "tells:dialysis",
        "smalltalk, looks like danger",
    ]
    assert json.loads(lines[0])[0].startswith("my calf is swollen")
