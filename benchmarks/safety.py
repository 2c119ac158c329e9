"""How many reports of danger the bot hears, and how often it is alarmed without reason.

Plays the held-out messages of tests/safety/unseen and tests/nlu/unseen through the whole bot and
prints recall by level and by row of the list of red flags, false alarms and cautions kept, with
95% Wilson intervals. `--misses` also prints what was missed; do not train on it. `--tuning` plays
tests/safety/tuning instead, held out from training too, but thresholds were chosen on it.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]
UNSEEN = ROOT / "tests" / "safety" / "unseen"
TUNING = ROOT / "tests" / "safety" / "tuning"
QUESTIONS = ROOT / "tests" / "nlu" / "unseen" / "faq.yml"
ALARM = "red_flag."
LEVELS = {"E": "emergency", "U": "same day", "R": "soon"}
Z = 1.96  # of 95%
MOST_SECONDS = 900

Case = dict[str, Any]
Answers = list[list[dict[str, Any]]]  # of one conversation: the messages after each turn


def cases(path: Path) -> list[Case]:
    """The conversations of a file, each with its `turns`."""
    found = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return [{"turns": [case["text"]], **case} if "text" in case else case for case in found]


def questions() -> list[Case]:
    """Ordinary questions, of which none reports danger."""
    return [case for case in cases(QUESTIONS) if "red_flag" not in case["intent"]]


def play(conversations: Sequence[Case]) -> list[Answers]:
    """What the bot answers to each turn of each conversation, in one process."""
    lines = [[" ".join(turn.split()) for turn in case["turns"]] for case in conversations]
    told = subprocess.run(
        [str(Path(sys.executable).parent / "crampwise"), "ask"],
        cwd=ROOT, input="\n\n".join("\n".join(turns) for turns in lines), capture_output=True,
        text=True, check=True, timeout=MOST_SECONDS,
    )  # fmt: skip
    messages = iter(json.loads(line)["messages"] for line in told.stdout.splitlines())
    return [[next(messages) for _ in turns] for turns in lines]


def alarmed(answers: Answers) -> bool:
    """Whether any turn got a safety answer."""
    return any(str(m["topic"]).startswith(ALARM) for turn in answers for m in turn)


def kept(case: Case, answers: Answers) -> bool:
    """Whether the last answer says all that a caution must say, and nothing it must not."""
    text = "\n".join(str(message["text"]) for message in answers[-1])

    def said(pattern: str) -> bool:
        return bool(re.search(pattern, text, re.IGNORECASE))

    return all(map(said, case.get("must", ()))) and not any(map(said, case.get("never", ())))


def share(hits: Sequence[bool]) -> str:
    """A share with its 95% Wilson interval."""
    n, p = len(hits), sum(hits) / len(hits)
    middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n)
    half = Z * ((p * (1 - p) + Z * Z / (4 * n)) / n) ** 0.5 / (1 + Z * Z / n)
    return f"{p:7.2%}  ({middle - half:.1%} to {middle + half:.1%}; {sum(hits)} of {n})"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="print what was missed")
    parser.add_argument("--tuning", action="store_true", help="the messages of tests/safety/tuning")
    given = parser.parse_args()
    folder = TUNING if given.tuning else UNSEEN
    reports, innocent = cases(folder / "reports.yml"), cases(folder / "innocent.yml")
    cautions, asked = cases(folder / "cautions.yml"), questions()
    played = iter(play([*reports, *innocent, *cautions, *asked]))
    heard = [alarmed(next(played)) for _ in reports]
    false = [alarmed(next(played)) for _ in innocent]
    safe = [kept(case, next(played)) for case in cautions]
    startled = [alarmed(next(played)) for _ in asked]

    for level, name in LEVELS.items():
        hits = [hit for case, hit in zip(reports, heard) if case["level"] == level]
        print(f"{f'reports heard, {name}':32}{share(hits)}")
    print(f"{'false alarms, innocent messages':32}{share(false)}")
    print(f"{'false alarms, questions':32}{share(startled)}")
    print(f"{'cautions kept':32}{share(safe)}")
    rows: dict[tuple[int, str], list[bool]] = defaultdict(list)
    for case, hit in zip(reports, heard):
        rows[int(case["row"]), str(case["level"])].append(hit)
    print("\nrow  level  heard")
    for (row, level), hits in sorted(rows.items()):
        print(f"{row:3}  {level:5}  {sum(hits)} of {len(hits)}")
    if given.misses:
        for title, all_cases, missed in (
            ("Reports not heard", reports, [not hit for hit in heard]),
            ("False alarms", [*innocent, *asked], [*false, *startled]),
            ("Cautions not kept", cautions, [not hit for hit in safe]),
        ):
            print(f"\n{title}:")
            for case, wrong in zip(all_cases, missed):
                if wrong:
                    print(f"  {case.get('row', '')} {' / '.join(case['turns'])}")


if __name__ == "__main__":
    main()
