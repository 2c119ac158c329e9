"""Writes the phrases that the network learns from, as JSON lines of text and label.

Only those of data/nlu: what is held out for tests is never among them.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from rasa.shared.nlu.constants import INTENT, TEXT

from crampwise.nlu.importer import PhraseImporter
from crampwise.nlu.notes import TELLS, notes
from crampwise.telling import NOTHING
from crampwise.text.normalise import normalise
from tuning import FLAGGED, TELLING


def main(target: Path) -> None:
    """Writes `target`.

    A report of danger is labelled by its flag, a phrase that tells of an illness or a medicine
    without its name by that, all else by its intent.
    """
    found = PhraseImporter("config.yml", "domain.yml", ["data"]).get_nlu_data()
    with target.open("w", encoding="utf-8") as file:
        for phrase in found.intent_examples:
            noted, label = notes(phrase), phrase.get(INTENT)
            if "flag" in noted:
                label = FLAGGED + noted["flag"]
            elif noted.get(TELLS, NOTHING) != NOTHING:
                label = TELLING + noted[TELLS]
            elif noted.get("look_alike"):
                label = f"{label}, looks like danger"
            print(json.dumps([normalise(phrase.get(TEXT)), label]), file=file)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
