"""`crampwise train`: trains only when what the model learns from has changed."""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
import time
from pathlib import Path

from crampwise.cli.errors import TrainingFailed
from crampwise.encoder.session import prepare
from crampwise.knowledge.shared import knowledge
from crampwise.serving import environment
from crampwise.serving.settings import ROOT

MODELS = ROOT / "models"
NAME = "crampwise"
STAMP = MODELS / f"{NAME}.sha256"
LEARNT_FROM = ("config.yml", "domain.yml", "data/rules.yml", "data/stories", "data/nlu")
# Code whose change makes a trained model stale.
CODE = tuple(f"crampwise/{name}" for name in ("classify", "encoder", "entities", "nlu", "text"))


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
    names = [
        (entity, thing.id, thing.name, thing.aliases, getattr(thing, "exact", ()))
        for entity, thing in knowledge().named()
    ]
    terms = {entity: dict(values) for entity, values in knowledge().terms.items()}
    digest.update(json.dumps([names, terms]).encode())
    return digest.hexdigest()


def is_current(stamp: str) -> bool:
    """Whether the model there is was trained from this."""
    model = MODELS / f"{NAME}.tar.gz"
    return model.is_file() and STAMP.is_file() and STAMP.read_text().strip() == stamp


def run(told: argparse.Namespace) -> int:
    """Trains when needed. Raises TrainingFailed and KnowledgeError."""
    stamp = fingerprint()
    if is_current(stamp) and not told.force:
        print("The model is up to date.")
        return 0
    print("[1/3] Preparing the sentence encoder ...", flush=True)
    prepare()
    print("[2/3] Training (about two minutes) ...", flush=True)
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
