"""The stock pipeline beside ours: trained on the same phrases, asked the same messages."""

from __future__ import annotations

import asyncio
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import yaml
from rasa.core.agent import Agent

from benchmarks.evaluation.measures import share
from benchmarks.evaluation.messages import ROOT, read_all

RESULT = ROOT / "docs" / "evaluation" / "stock.yml"
GROUPS = ("questions", "typos", "conversation", "far", "near")


def pipeline(epochs: int) -> list[dict[str, Any]]:
    """What `rasa init` makes (Rasa 3.6), less the parts that read no intent."""
    return [
        {"name": "WhitespaceTokenizer"},
        {"name": "RegexFeaturizer"},
        {"name": "LexicalSyntacticFeaturizer"},
        {"name": "CountVectorsFeaturizer"},
        {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
        {"name": "DIETClassifier", "epochs": epochs, "constrain_similarities": True},
    ]


def compare(phrases: int, epochs: int) -> None:
    """Trains both on up to `phrases` phrases an intent, and writes how they read to RESULT."""
    config = yaml.safe_load((ROOT / "config.yml").read_text(encoding="utf-8"))
    found: dict[str, Any] = {"phrases": phrases, "epochs": epochs}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found["trained_on"] = _write_phrases(folder / "nlu.yml", phrases)
        for which, parts in (("ours", config["pipeline"]), ("stock", pipeline(epochs))):
            (folder / which).mkdir()
            settings = {"recipe": "default.v1", "language": "en", "pipeline": parts}
            (folder / which / "config.yml").write_text(yaml.safe_dump(settings))
            start = time.monotonic()
            model = _train(folder, which)
            seconds = round(time.monotonic() - start)
            reads = asyncio.run(read_all(Agent.load(model)))
            found[which] = {"training_seconds": seconds}
            for unseen in (False, True):
                found[which]["unseen" if unseen else "known"] = {
                    group: [s.hits, s.count]
                    for group in GROUPS
                    for s in [
                        share(r.is_right for r in reads if r.group == group and r.unseen is unseen)
                    ]
                }
    RESULT.write_text("# Written by `make evaluate STOCK=...`.\n" + yaml.safe_dump(found))


def _write_phrases(file: Path, phrases: int) -> int:
    draw = random.Random(0)
    entries, count = [], 0
    by_intent: dict[str, list[str]] = {}
    for source in sorted((ROOT / "data" / "nlu").rglob("*.yml")):
        for entry in yaml.safe_load(source.read_text(encoding="utf-8"))["nlu"]:
            if "intent" in entry:
                by_intent.setdefault(entry["intent"], []).extend(entry["examples"].splitlines())
    for intent, lines in by_intent.items():
        kept = draw.sample(lines, min(phrases, len(lines)))
        count += len(kept)
        entries.append({"intent": intent, "examples": "\n".join(kept) + "\n"})
    file.write_text(yaml.safe_dump({"version": "3.1", "nlu": entries}, allow_unicode=True))
    return count


def _train(folder: Path, which: str) -> str:
    command = [
        str(Path(sys.executable).parent / "rasa"), "train", "nlu", "--nlu", str(folder / "nlu.yml"),
        "--domain", str(ROOT / "domain.yml"), "--config", str(folder / which / "config.yml"),
        "--out", str(folder / which),
    ]  # fmt: skip
    quiet = {**os.environ, "RASA_TELEMETRY_ENABLED": "false"}
    subprocess.run(command, cwd=ROOT, env=quiet, check=True, stdout=subprocess.DEVNULL)
    return str(next((folder / which).glob("*.tar.gz")))
