"""`python -m crampwise.knowledge.check [folder]`: says whether the knowledge base is whole."""

from __future__ import annotations

import sys
from pathlib import Path

from crampwise.knowledge.errors import KnowledgeError
from crampwise.knowledge.loader import HOME, load


def main(root: Path = HOME) -> int:
    """Prints every problem, one a line, or one line of counts. Returns the exit status."""
    try:
        knowledge = load(root)
    except KnowledgeError as error:
        print(error)
        return 1
    counts = {
        name: len(getattr(knowledge, name))
        for name in [
            "nutrients",
            "foods",
            "intakes",
            "medicines",
            "conditions",
            "remedies",
            "cautions",
            "topics",
            "red_flags",
            "sources",
        ]
    }
    print("The knowledge base is whole:", ", ".join(f"{n} {name}" for name, n in counts.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:2])))
