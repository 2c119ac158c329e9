"""Measures the understanding on all held-out messages, prints the table, writes docs/evaluation/.

`--stock N` first trains the stock pipeline of `rasa init` and ours on up to N phrases an intent and
compares them; it takes half an hour and more when N is large.
"""

from __future__ import annotations

import argparse
import asyncio
import logging

from crampwise.serving import environment

FOLDER = "docs/evaluation"


def main() -> None:
    """Runs the evaluation; needs a trained model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stock", type=int, metavar="N", help="phrases an intent for both")
    parser.add_argument("--epochs", type=int, default=100, help="of the stock pipeline")
    told = parser.parse_args()
    environment.prepare()

    from benchmarks.evaluation import pictures, report, stock
    from benchmarks.evaluation.messages import ROOT, read_all
    from crampwise.serving.bot import load_agent

    environment.logs(logging.ERROR)
    if told.stock:
        stock.compare(told.stock, told.epochs)
    reads = asyncio.run(read_all(load_agent()))
    folder = ROOT / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    page = report.written(reads)
    (folder / "README.md").write_text(page, encoding="utf-8")
    pictures.draw([read for read in reads if not read.unseen], folder)
    print(page)


if __name__ == "__main__":
    main()
