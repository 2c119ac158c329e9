"""What the training phrases are like: how many of which form and length, and which are too alike.

    .venv/bin/python benchmarks/phrases.py            counts by intent
    .venv/bin/python benchmarks/phrases.py --alike    lists phrases too alike, and what to look at

Near doubles are found by their words (rapidfuzz's ratio of the sorted words) within an intent, and
across intents by their reading, in which names are masked as the encoder sees them: the same
reading under two intents is a contradiction. Messages of the tests that are also training phrases
are counted, never printed: whoever writes phrases does not read the tests.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml
from rapidfuzz import fuzz, process

ROOT = Path(__file__).resolve().parents[1]
LENGTHS = ((1, 4), (5, 9), (10, 19), (20, 39), (40, 1000))  # words
ALIKE = 92  # per cent, from which two phrases of an intent are near doubles
_ASKS = re.compile(
    r"^(?:what|which|why|how|when|where|who|is|are|am|do|does|did|can|could|should|would|will)\b"
)
_OTHERS = re.compile(
    r"\b(?:my|our|his|her) (?:\w+ )?(?:mum|mom|mam|mother|dad|father|nan|gran\w*|wife|husband|hubby"
    r"|son|daughter|lad|child|kids?|baby|patient|aunt|uncle|brother|sister|friend|neighbour)\b"
)
FORMS: dict[str, Callable[[str], bool]] = {
    "?": lambda text: text.endswith("?"),
    "asks": lambda text: bool(_ASKS.match(text.lower())),
    "caps": lambda text: text.isupper() and len(text) > len("CRAMP"),
    "I": lambda text: bool(re.search(r"\b(?:i|i'm|im|my|me)\b", text.lower())),
    "others": lambda text: bool(_OTHERS.search(text.lower())),
    "cramp": lambda text: bool(re.search(r"cr[am]{2}p|spasm|charl\w+ hors", text.lower())),
}


@dataclass(frozen=True)
class Phrase:
    intent: str
    text: str
    tells: str | None = None  # of which illness or medicine, without its name


def phrases(folder: Path = ROOT / "data" / "nlu") -> list[Phrase]:
    """All training phrases, in the order of their files."""
    return [
        Phrase(
            entry["intent"],
            line.strip().removeprefix("- "),
            (entry.get("metadata") or {}).get("tells"),
        )
        for file in sorted(folder.glob("*.yml"))
        for entry in yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)["nlu"]
        for line in entry["examples"].splitlines()
        if line.strip()
    ]


def plain(text: str) -> str:
    """Letters and figures of a text, as two messages are compared."""
    return " ".join(re.findall(r"[\w']+", text.lower()))


def held_out(folder: Path = ROOT / "tests" / "nlu") -> set[str]:
    """The messages of the tests, plain."""
    found = set()
    for file in sorted(folder.rglob("*.yml")):
        data = yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)
        found |= {plain(m["text"]) for m in data if isinstance(m, dict) and "text" in m}
    return found


def doubles(texts: list[str]) -> Iterator[tuple[int, str, str]]:
    """Pairs of texts that are nearly the same words, with their likeness in per cent."""
    texts = [text for text in texts if plain(text)]  # "????" has no words to share
    sorted_words = [" ".join(sorted(plain(text).split())) for text in texts]
    likeness = process.cdist(sorted_words, sorted_words, scorer=fuzz.ratio, score_cutoff=ALIKE)
    for one, other in zip(*np.nonzero(np.triu(likeness, 1))):
        yield int(likeness[one, other]), texts[one], texts[other]


def contradictions(all_phrases: list[Phrase]) -> dict[str, list[Phrase]]:
    """Readings (names masked) that stand under more than one intent."""
    from crampwise.encoder.shared import encoder
    from crampwise.entities import Recogniser
    from crampwise.knowledge import loader
    from crampwise.text.normalise import normalise

    recogniser = Recogniser(loader.load(), encoder().knows)
    read: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in all_phrases:
        masked, done = [], 0
        for found in recogniser.find(phrase.text):
            if found.entity in ("nutrient", "food", "medicine") and not found.is_two_kinds:
                masked += [phrase.text[done : found.start], f"[{found.entity}]"]
                done = found.end
        read[normalise("".join([*masked, phrase.text[done:]])).strip(" ?!.")].append(phrase)
    return {text: same for text, same in read.items() if len({p.intent for p in same}) > 1}


def table(by_intent: dict[str, list[str]]) -> Iterator[str]:
    """Lines of a table: phrases by length in words and by form, an intent a line."""
    heads = [f"{low}-{high}" if high < LENGTHS[-1][1] else f"{low}+" for low, high in LENGTHS]
    columns = [*heads, *FORMS]
    yield f"{'intent':18}{'all':>6}" + "".join(f"{column:>8}" for column in columns)
    for intent, texts in sorted(by_intent.items()):
        words = [len(text.split()) for text in texts]
        counts = [sum(low <= n <= high for n in words) for low, high in LENGTHS]
        counts += [sum(map(has, texts)) for has in FORMS.values()]
        yield f"{intent:18}{len(texts):6}" + "".join(f"{count:8}" for count in counts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--alike", action="store_true", help="list phrases that are too alike")
    listed = parser.parse_args().alike
    known = phrases()
    by_intent: dict[str, list[str]] = defaultdict(list)
    for phrase in known:
        by_intent[phrase.intent].append(phrase.text)
    print("\n".join(table(by_intent)))
    tested = held_out()
    print(f"\n{len(known)} phrases; {len(tested)} messages in the tests")
    print(f"{sum(plain(p.text) in tested for p in known)} phrases are also a message of the tests")
    alike = [(intent, *pair) for intent, texts in by_intent.items() for pair in doubles(texts)]
    print(f"{len(alike)} pairs in an intent share {ALIKE}% or more of their words")
    two = contradictions(known)
    print(f"{len(two)} readings stand under two intents")
    if listed:
        for intent, likeness, one, other in alike:
            print(f"{likeness} {intent}: {one} | {other}")
        for reading, same in two.items():
            print(f"{reading}: " + " | ".join(f"{p.intent}: {p.text}" for p in same))


if __name__ == "__main__":
    main()
