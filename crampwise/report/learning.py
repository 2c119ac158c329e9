"""Adds phrases to the training data, in the file of their intent."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import yaml

from crampwise.errors import Mendable
from crampwise.serving.settings import ROOT

NLU = ROOT / "data" / "nlu"
DOMAIN = ROOT / "domain.yml"
_MARKUP = re.compile(r"[\[\](){}<>|]")  # with which Rasa marks entities in a phrase
HEAD = 'version: "3.1"\nnlu:\n- intent: {intent}\n  examples: |\n'


class CannotLearn(Mendable):
    """The intent is none of the bot's, or a phrase is not in the report."""


def intents(domain: Path = DOMAIN) -> set[str]:
    """The names of the intents of the domain."""
    listed = yaml.safe_load(domain.read_text())["intents"]
    return {next(iter(entry)) if isinstance(entry, dict) else entry for entry in listed}


def learn(intent: str, texts: Iterable[str], folder: Path = NLU) -> tuple[Path, list[str]]:
    """Adds `texts` that are new to the phrases of `intent`; the file, and what was added.

    Raises CannotLearn when the file of the intent holds something else last.
    """
    file = folder / f"{intent}.yml"
    content = file.read_text() if file.exists() else HEAD.format(intent=intent)
    last = yaml.safe_load(content)["nlu"][-1]
    if last.get("intent") != intent:
        raise CannotLearn(f"{file.name} does not end with the phrases of '{intent}'.")
    known = {line.removeprefix("- ").lower() for line in (last["examples"] or "").splitlines()}
    new = dict.fromkeys(" ".join(_MARKUP.sub(" ", text).split()) for text in texts)
    added = [text for text in new if text and text.lower() not in known]
    lines = "".join(f"    - {text}\n" for text in added)
    file.write_text(content.rstrip("\n") + "\n" + lines)
    return file, added
