"""Questions that the bot did not answer well, grouped by likeness."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage

from crampwise.report.reading import Turn

UNSURE_BELOW = 0.6  # confidence of the intent below which an answer may be to another question
MOST = 2000  # phrases compared with one another; the newest
FARTHEST = 0.5  # cosine distance within a group on average: the same thing in other words
ID = 6  # hex digits


@dataclass(frozen=True)
class Phrase:
    """A question without what could tell who asked it, and how often it came."""

    id: str
    text: str
    count: int
    answered: bool


def phrases(turns: Iterable[Turn], scrub: Callable[[str], str]) -> list[Phrase]:
    """The typed questions that were not answered, or answered without being sure; each once."""
    counts: Counter[str] = Counter()
    answered: dict[str, bool] = {}
    texts: dict[str, str] = {}
    for turn in turns:
        doubtful = turn.confidence < UNSURE_BELOW and turn.urgency is None
        if turn.text is None or not (turn.unanswered or doubtful):
            continue
        text = scrub(turn.text)
        key = text.lower()
        counts[key] += 1
        texts.setdefault(key, text)
        answered[key] = not turn.unanswered
    newest = list(counts)[-MOST:]
    return [Phrase(_id(key), texts[key], counts[key], answered[key]) for key in newest]


def groups(
    found: list[Phrase], encode: Callable[[list[str]], np.ndarray]
) -> list[tuple[Phrase, ...]]:
    """The phrases in groups of like meaning, the largest first; in each the commonest first."""
    if len(found) < 2:
        return [tuple(found)] if found else []
    vectors = encode([phrase.text for phrase in found])
    labels = fcluster(linkage(vectors, "average", metric="cosine"), FARTHEST, "distance")
    gathered: dict[int, list[Phrase]] = {}
    for label, phrase in zip(labels, found):
        gathered.setdefault(int(label), []).append(phrase)
    ordered = [
        tuple(sorted(group, key=lambda p: (-p.count, p.text))) for group in gathered.values()
    ]
    return sorted(ordered, key=lambda group: -sum(phrase.count for phrase in group))


def _id(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:ID]
