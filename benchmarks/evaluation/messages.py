"""The held-out messages, and how a bot read them."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from rasa.core.agent import Agent

ROOT = Path(__file__).resolve().parents[2]
TESTS = ROOT / "tests" / "nlu"
OUTSIDE = "out_of_scope"
# Held-out messages that were looked at while the pipeline was made, and those that were not.
KNOWN = {
    "questions": "faq", "typos": "typos", "conversation": "conversation",
    "far": "out_of_scope_far", "near": "out_of_scope_near",
}  # fmt: skip
UNSEEN = {"questions": "faq", "typos": "typos", "conversation": "conversation"}
INSIDE = ("questions", "typos", "conversation")


@dataclass(frozen=True)
class Read:
    """A message of a set with what was right and what was understood."""

    group: str  # "questions", "typos", "conversation", "far" or "near"
    unseen: bool
    text: str
    right: tuple[str, ...]
    tags: tuple[str, ...]
    marked: frozenset[tuple[str, str]]  # kind and value of each entity that is there
    ranking: tuple[tuple[str, float], ...]
    found: frozenset[tuple[str, str]]  # and of each that was found
    milliseconds: float  # of processor time

    @property
    def intent(self) -> str:
        return self.ranking[0][0]

    @property
    def confidence(self) -> float:
        return self.ranking[0][1]

    @property
    def is_right(self) -> bool:
        return self.intent in self.right

    def probability(self, intent: str) -> float:
        """That of one intent."""
        return dict(self.ranking).get(intent, 0.0)


def held_out() -> list[tuple[str, bool, dict[str, Any]]]:
    """Every held-out message with its group and whether it is of the unseen sets.

    Less those that somebody else also wrote for training.
    """
    found = [(group, False, m) for group, name in KNOWN.items() for m in _written(name)]
    found += [
        (group, True, m) for group, name in UNSEEN.items() for m in _written(f"unseen/{name}")
    ]
    found += [
        ("far" if "far" in message["tags"] else "near", True, message)
        for message in _written("unseen/outside")
    ]
    trained = {
        _plain(line.strip().removeprefix("- "))
        for file in (ROOT / "data" / "nlu").rglob("*.yml")
        for entry in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]
        for line in entry["examples"].splitlines()
    }
    return [item for item in found if _plain(item[2]["text"]) not in trained]


async def read_all(agent: Agent) -> list[Read]:
    """How `agent` understands every held-out message."""
    found = []
    for group, unseen, message in held_out():
        start = time.process_time()
        parsed = await agent.parse_message(message["text"])
        spent = 1000 * (time.process_time() - start)
        ranking = parsed.get("intent_ranking") or [parsed["intent"]]
        found.append(
            Read(
                group=group,
                unseen=unseen,
                text=message["text"],
                right=tuple(message["intent"]),
                tags=tuple(message.get("tags") or ()),
                marked=frozenset(_marked(message.get("entities") or {})),
                ranking=tuple((item["name"], item["confidence"]) for item in ranking),
                found=frozenset((e["entity"], str(e["value"])) for e in parsed["entities"]),
                milliseconds=spent,
            )
        )
    return found


def _plain(text: str) -> str:
    return " ".join(text.lower().split())


def _marked(entities: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for kind, values in entities.items():
        for value in values if isinstance(values, list) else [values]:
            yield kind, str(value)


def _written(name: str) -> list[dict[str, Any]]:
    return list(yaml.safe_load((TESTS / f"{name}.yml").read_text(encoding="utf-8")))
