"""`crampwise train`: trains only when what the model learns from has changed."""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
import subprocess
import sys
import time
from pathlib import Path

from crampwise.encoder import sentence_encoder, tuned_network
from crampwise.errors import Mendable
from crampwise.knowledge.shared import knowledge
from crampwise.serving import environment
from crampwise.serving.settings import MODELS, ROOT

NAME = "crampwise"
STAMP = MODELS / f"{NAME}.sha256"
LEARNT_FROM = (
    "config.yml",
    "domain.yml",
    "data/rules.yml",
    "data/stories",
    "data/nlu",
    "data/knowledge/red_flags.yml",
    "data/knowledge/red_flag_words.yml",
)
# Code whose change makes a trained model stale.
CODE = tuple(
    f"crampwise/{name}"
    for name in ("classify", "dialogue", "encoder", "entities", "nlu", "safety", "text")
)


class TrainingFailed(Mendable):
    """Rasa ended the training without a model."""


def fingerprint() -> str:
    """The SHA-256 of all that training reads: phrases, rules, configuration, names, code."""
    digest = hashlib.sha256()
    for place in (*LEARNT_FROM, *CODE):
        path = ROOT / place
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            if file.is_file() and file.suffix in (".yml", ".py"):
                digest.update(str(file.relative_to(ROOT)).encode())
                digest.update(file.read_bytes())
    # Of the knowledge base only the names take part, so that a mended sentence needs no training.
    names = [(entity, thing.id, thing.name, thing.aliases) for entity, thing in knowledge().named()]
    marks = [
        (thing.id, getattr(thing, "exact", ()), getattr(thing, "stems", ()))
        for _, thing in knowledge().named()
    ]
    terms = {entity: dict(values) for entity, values in knowledge().terms.items()}
    digest.update(json.dumps([names, marks, terms]).encode())
    return digest.hexdigest()


def is_current(stamp: str) -> bool:
    """Whether the model there is was trained from this."""
    model = MODELS / f"{NAME}.tar.gz"
    return model.is_file() and STAMP.is_file() and STAMP.read_text().strip() == stamp


def ensure() -> None:
    """Trains when needed, in a process of its own, so that the bot does not keep its memory.

    Raises KnowledgeError and TrainingFailed.
    """
    if not is_current(fingerprint()):
        command = [sys.executable, "-m", "crampwise", "train"]
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            raise TrainingFailed("The model could not be trained; the lines above say why.")


def run(told: argparse.Namespace) -> int:
    """Trains when needed. Raises TrainingFailed and KnowledgeError."""
    stamp = fingerprint()
    if is_current(stamp) and not told.force:
        print("The model is up to date.")
        return 0
    print("[1/3] Preparing the networks ...", flush=True)
    sentence_encoder.prepare()
    tuned_network.prepare()
    print("[2/3] Training (about a minute and a half) ...", flush=True)
    start = time.monotonic()
    model = _train()
    print(f"[3/3] Saved {model.relative_to(ROOT)} after {time.monotonic() - start:.0f} s.")
    STAMP.write_text(stamp + "\n")
    return 0


def _train() -> Path:
    import rasa.model_training

    environment.logs(logging.INFO)
    result = rasa.model_training.train(
        domain=str(ROOT / "domain.yml"),
        config=str(ROOT / "config.yml"),
        training_files=[str(ROOT / "data")],
        output=str(MODELS),
        fixed_model_name=NAME,
        force_training=True,
    )
    if result.code or not result.model:
        raise TrainingFailed("Rasa could not train a model; its messages above say why.")
    return Path(result.model).resolve()
