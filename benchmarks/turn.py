"""A turn of Crampwise against a turn of the stock Rasa starter, both whole and in one process.

Prints the median time of a turn of each, the ratio, the time to load, and the memory. The starter
is what `rasa init` makes, trained here as it comes (its turns only utter fixed texts; ours compose
an answer in a custom action). Run it on a quiet machine: `make bench`.
"""

from __future__ import annotations

import asyncio
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TURNS = 100
WARM_UP = 10
TURNS_A_CONVERSATION = 10  # a reader's visit; costs grow with a conversation's length
STARTER = ["hello", "i am very sad", "no", "are you a bot", "perfect, i feel great"]
OURS = [
    "which vitamin am I lacking when I get leg cramps",
    "magnezium for charley horse at nite?",
    "I take water tablets, can I have potassium?",
    "how much potassium in a banana",
    "what's the capital of France",
]


async def timed(model: str, texts: list[str], own: bool) -> dict[str, float]:
    """Loads a model and times its turns. Run in a process of its own."""
    start = time.perf_counter()
    if own:
        from crampwise.serving.bot import load_agent

        agent = load_agent()
    else:
        from rasa.core.agent import Agent

        agent = Agent.load(model)
    loaded = time.perf_counter() - start
    seconds = []
    for turn in range(WARM_UP + TURNS):
        start = time.perf_counter()
        answers = await agent.handle_text(
            texts[turn % len(texts)], sender_id=f"bench-{turn // TURNS_A_CONVERSATION}"
        )
        if turn >= WARM_UP:
            seconds.append(time.perf_counter() - start)
        # The starter may choose to listen; ours always has something to say.
        assert answers or not own, texts[turn % len(texts)]
    return {
        "turn_ms": 1000 * statistics.median(seconds),
        "turn_p95_ms": 1000 * statistics.quantiles(seconds, n=20)[-1],
        "load_s": loaded,
        "memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def measure(model: str, own: bool) -> dict[str, float]:
    """`timed` in a fresh process."""
    command = [sys.executable, __file__, "--measure", model, "own" if own else "starter"]
    result = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    return dict(json.loads(result.stdout.splitlines()[-1]))


def train_starter(folder: Path) -> str:
    """Makes and trains the starter as shipped; returns its model's path."""
    rasa = str(Path(sys.executable).parent / "rasa")
    command = [rasa, "init", "--no-prompt", "--init-dir", str(folder)]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return str(next((folder / "models").glob("*.tar.gz")))


def main() -> None:
    """Prints a row a bot and the ratios."""
    if "--measure" in sys.argv:
        from crampwise.serving import environment

        environment.prepare()
        model, which = sys.argv[-2:]
        texts = OURS if which == "own" else STARTER
        print(json.dumps(asyncio.run(timed(model, texts, own=which == "own"))))
        return
    with tempfile.TemporaryDirectory() as folder:
        print("Training the stock starter (a minute or two) ...", flush=True)
        starter = measure(train_starter(Path(folder)), own=False)
    ours = measure("", own=True)
    print(f"{'':12}{'turn p50':>10}{'turn p95':>10}{'load':>8}{'memory':>10}")
    for name, row in (("starter", starter), ("crampwise", ours)):
        print(
            f"{name:12}{row['turn_ms']:7.1f} ms{row['turn_p95_ms']:7.1f} ms"
            f"{row['load_s']:6.1f} s{row['memory_mb']:7.0f} MB"
        )
    print(f"a turn takes {ours['turn_ms'] / starter['turn_ms']:.2f} of the starter's time,")
    print(f"the loaded bot {ours['memory_mb'] / starter['memory_mb']:.2f} of its memory")


if __name__ == "__main__":
    main()
