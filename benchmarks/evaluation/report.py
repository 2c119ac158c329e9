"""The table of docs/evaluation, as Markdown."""

from __future__ import annotations

import resource
import statistics
from collections.abc import Callable, Sequence

import yaml

from benchmarks.evaluation.measures import (
    Share,
    calibration_error,
    entities_found,
    entity_f1,
    share,
)
from benchmarks.evaluation.messages import INSIDE, OUTSIDE, Read
from benchmarks.evaluation.stock import RESULT
from crampwise.answers.core import SURE

# Takes the messages and the names of the intents that are questions.
Measure = Callable[[Sequence[Read], set[str]], object]
TOP = 3
TITLES = {
    "questions": "Questions, first reading right", "typos": "Heavily misspelt questions",
    "conversation": "Conversation", "far": "Far outside: said to be outside",
    "near": "Near outside: said to be outside",
}  # fmt: skip


def written(reads: Sequence[Read]) -> str:
    """The whole page."""
    known = [read for read in reads if not read.unseen]
    unseen = [read for read in reads if read.unseen]
    questions = {read.right[0] for read in reads if read.group == "questions"}
    rows = [
        f"| {title} | {value(known, questions)} | {value(unseen, questions)} |"
        for title, value in MEASURES.items()
    ]
    milliseconds = sorted(read.milliseconds for read in reads)
    p95 = statistics.quantiles(milliseconds, n=20)[-1]
    return "\n".join(
        [
            "# How well messages are understood",
            "",
            "Written by `make evaluate`; never edited. Shares with their 95% intervals (Wilson), of"
            " held-out messages: those that were looked at while the pipeline was made"
            f" ({len(known)}), and those that were not ({len(unseen)}).",
            "",
            "| measure | looked at | not looked at |",
            "| --- | --- | --- |",
            *rows,
            "",
            f"Understanding a message takes {statistics.median(milliseconds):.1f} ms of processor"
            f" time (median; 95th percentile {p95:.1f} ms); the loaded bot takes"
            f" {_megabytes():.0f} MB. A message is answered from an intent's confidence of"
            f" {SURE}; below, likely readings are offered.",
            "",
            "How well danger is heard, and every miss: [danger.txt](danger.txt).",
            "",
            *_stock(),
            "## By intent",
            "",
            "Of the questions that were looked at; 'read as it' counts every message.",
            "",
            "| intent | messages | right | read as it, and was |",
            "| --- | --- | --- | --- |",
            *_by_intent(known, questions),
            "",
            "![Which question is read as which](confusion.png)",
            "![Confidence, and how often it was right](confidence.png)",
            "![By form and by length](forms.png)",
            "![Refusing questions against catching what is outside](outside.png)",
            "",
        ]
    )


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _group(group: str) -> Measure:
    return lambda reads, _: share(r.is_right for r in reads if r.group == group)


def _inside(reads: Sequence[Read]) -> list[Read]:
    return [read for read in reads if read.group in ("questions", "typos")]


def _answered(group: str) -> Measure:
    return lambda reads, questions: share(
        r.intent in questions and r.confidence >= SURE for r in reads if r.group == group
    )


def _entities(measure: Callable[[Sequence[Read]], object], *groups: str) -> Measure:
    return lambda reads, _: measure([r for r in reads if r.group in groups])


def _f1(reads: Sequence[Read]) -> str:
    return f"{entity_f1(reads):.1%}"


def _among_first(reads: Sequence[Read], _: set[str]) -> Share:
    return share(
        any(name in read.right for name, _ in read.ranking[:TOP])
        for read in reads
        if read.group == "questions"
    )


MEASURES = {
    TITLES["questions"]: _group("questions"),
    f"Questions, right among the first {TOP}": _among_first,
    TITLES["typos"]: _group("typos"),
    TITLES["conversation"]: _group("conversation"),
    TITLES["far"]: _group("far"),
    "Far outside: answered as if known": _answered("far"),
    TITLES["near"]: _group("near"),
    "Near outside: answered as if known": _answered("near"),
    "Questions refused": lambda reads, _: share(r.intent == OUTSIDE for r in _inside(reads)),
    "Questions answered by likely readings": lambda reads, _: share(
        r.intent != OUTSIDE and r.confidence < SURE for r in _inside(reads)
    ),
    "Expected calibration error": lambda reads, _: f"{calibration_error(reads):.3f}",
    "Nutrients, foods, medicines, ages: micro F1": _entities(_f1, *INSIDE),
    "The same, heavily misspelt": _entities(_f1, "typos"),
    "Marked entities of all kinds that are found": _entities(entities_found, *INSIDE),
}


def _by_intent(reads: Sequence[Read], questions: set[str]) -> list[str]:
    rows = []
    for intent in sorted(questions):
        meant = [r for r in reads if r.group == "questions" and r.right[0] == intent]
        read_as = [r for r in reads if r.intent == intent]
        right = share(r.is_right for r in meant)
        was = share(r.is_right for r in read_as)
        rows.append(f"| `{intent}` | {len(meant)} | {right} | {was.value:.1%} |")
    return rows


def _stock() -> list[str]:
    if not RESULT.is_file():
        return []
    found = yaml.safe_load(RESULT.read_text(encoding="utf-8"))
    rows = [
        f"| {TITLES[group]} | "
        + " | ".join(
            str(Share(*found[which][kind][group]))
            for kind in ("known", "unseen")
            for which in ("ours", "stock")
        )
        + " |"
        for group in TITLES
    ]
    return [
        "## Beside the stock pipeline",
        "",
        f"Both trained on the same {found['trained_on']} phrases (up to {found['phrases']} an"
        f" intent), the stock pipeline of `rasa init` (DIET) for {found['epochs']} epochs.",
        "",
        "| measure | ours, looked at | stock, looked at | ours, not looked at"
        " | stock, not looked at |",
        "| --- | --- | --- | --- | --- |",
        *rows,
        "",
    ]
