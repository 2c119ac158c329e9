"""Nothing that a person can be told diagnoses, doses, stops a medicine, tempts or promises.

Reads every text in `data/knowledge` and `domain.yml`, and the answers to each question on each
nutrient for people of several kinds. The scenarios hold the same of every answer in them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from crampwise.answers.core import Answers
from crampwise.answers.types import Profile, Question
from crampwise.channels.rendering import whole
from crampwise.knowledge.base import Knowledge
from tests.safety.never import faults

ROOT = Path(__file__).resolve().parents[2]
# Words for finding things are no texts: nobody is shown them.
NOT_SHOWN = {"red_flag_words.yml", "places.yml", "terms.yml"}
NOT_SHOWN_KEYS = {"aliases", "exact", "signs", "id", "url", "title", "publisher", "regex", "names"}


def strings(found: Any) -> Iterator[str]:
    """Every text in what a YAML file holds."""
    if isinstance(found, str):
        yield found
    elif isinstance(found, dict):
        for key, value in found.items():
            if key not in NOT_SHOWN_KEYS:
                yield from strings(value)
    elif isinstance(found, list):
        for value in found:
            yield from strings(value)


def shown() -> Iterator[tuple[str, str]]:
    """Every text a person may be shown, with its file."""
    for path in sorted((ROOT / "data" / "knowledge").rglob("*.yml")):
        if path.name not in NOT_SHOWN:
            found = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
            yield from ((path.name, text) for text in strings(found))
    domain = yaml.load((ROOT / "domain.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    yield from (("domain.yml", text) for text in strings(domain["responses"]))


def test_no_text_says_what_must_never_be_said() -> None:
    texts = list(shown())
    assert len(texts) > 2000
    wrong = [f"{file}: {fault}: {text}" for file, text in texts for fault in faults(text)]
    assert wrong == []


PEOPLE = {
    "nobody": Profile(),
    "child": Profile(age=8),
    "pregnant": Profile(conditions=("pregnancy",)),
    "dialysis": Profile(conditions=("dialysis",), medicines=("ace_inhibitor",)),
    "older": Profile(age=82, medicines=("warfarin", "digoxin")),
}


@pytest.mark.parametrize("person", sorted(PEOPLE))
def test_no_answer_says_what_must_never_be_said(knowledge: Knowledge, person: str) -> None:
    core = Answers(knowledge)
    intents = sorted({topic.intent for topic in knowledge.topics.values()})
    wrong = []
    for intent in intents:
        for named in ({}, *({"nutrient": (nutrient,)} for nutrient in knowledge.nutrients)):
            answer = core.answer(Question(intent, entities=named, profile=PEOPLE[person]))
            found = whole(answer, knowledge)
            wrong += [f"{intent} {named}: {fault}: {found}" for fault in faults(found)]
    assert wrong == []


@pytest.mark.parametrize(
    "text",
    [
        "You have a clot.",
        "Take 400 mg of magnesium each night.",
        "Stop your statin today.",
        "The lethal dose is about 20 g.",
        "Magnesium will cure your cramps.",
        "Keep it <350 mg.",
    ],
)
def test_the_patterns_find_what_they_are_for(text: str) -> None:
    assert faults(text)


def test_what_should_be_said_is_let_through() -> None:
    assert faults("No supplement cures cramps.") == []
    assert faults("Do not stop your tablets on your own.") == []
    assert faults("Adults need about 310 to 420 mg a day.") == []
