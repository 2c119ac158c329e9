"""The recogniser on whole messages with gold entities: micro F1 of (kind, value) pairs."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest
import yaml

HERE = Path(__file__).parent / "messages"
# The kinds that tell of what or whom a message speaks.
KINDS = {
    "nutrient", "food", "medicine", "condition", "remedy", "symptom", "body_part", "age", "sex",
    "life_stage", "amount", "timing",
}  # fmt: skip
MAX_MS = 5.0  # a message, on a busy machine; 0.7 on a free one


def messages(name):
    return yaml.safe_load((HERE / f"{name}.yml").read_text(encoding="utf-8"))


def counts(recogniser, name):
    """Pairs found and meant, found only, meant only."""
    both, found_only, meant_only = 0, [], []
    for message in messages(name):
        meant = {(kind, value) for kind, all in message["entities"].items() for value in all}
        found = {(f.entity, f.value) for f in recogniser.find(message["text"]) if f.entity in KINDS}
        both += len(found & meant)
        found_only += [(message["text"], pair) for pair in found - meant]
        meant_only += [(message["text"], pair) for pair in meant - found]
    return both, found_only, meant_only


@pytest.mark.parametrize(
    ("name", "floor"), [("everyday", 0.98), ("misspelt", 0.97), ("apart", 0.97)]
)
def test_entities_of_whole_messages_are_found(recogniser, name, floor):
    both, found_only, meant_only = counts(recogniser, name)
    f1 = 2 * both / (2 * both + len(found_only) + len(meant_only))
    print(f"{name}: micro F1 {f1:.3f} over {both + len(meant_only)} entities", file=sys.stderr)
    assert f1 >= floor, (found_only, meant_only)


def test_every_gold_value_exists(knowledge):
    ids = {(kind, thing.id) for kind, thing in knowledge.named()}
    ids |= {(kind, value) for kind, values in knowledge.terms.items() for value in values}
    unknown = [
        (kind, value)
        for name in ("everyday", "misspelt", "apart")
        for message in messages(name)
        for kind, all in message["entities"].items()
        for value in all
        if kind not in ("age", "amount") and (kind, value) not in ids
    ]
    assert unknown == []


def test_finding_is_quick(recogniser):
    texts = [message["text"] for message in messages("everyday")]
    start = time.process_time()
    for text in texts:
        recogniser.find(text)
    assert 1000 * (time.process_time() - start) / len(texts) <= MAX_MS
