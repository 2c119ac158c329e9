"""Kills the bot at any moment under load, and looks for what it had acknowledged.

Prints how many answers people got, how many of those messages the database misses after the kills,
and whether it was ever corrupt: `python -m benchmarks.kills` (50 kills, about 15 minutes).
"""

from __future__ import annotations

import random
import signal
import sqlite3
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

import requests

from benchmarks.beside import QUESTIONS
from tests.server import BIN, Server, running

KILLS = 50
PEOPLE = 6
LOAD_SECONDS = (0.5, 3.0)  # of load before a kill, at random


@dataclass
class Outcome:
    """What was found."""

    kills: int = 0
    acknowledged: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    corrupt: int = 0
    lost_conversations: int = 0


def run(kills: int, folder: Path, dice: random.Random) -> Outcome:
    """Starts the bot, asks, kills it, looks; `kills` times on one database."""
    outcome = Outcome()
    file = folder / "crampwise.db"
    conversations: list[str | None] = [None] * PEOPLE
    for _ in range(kills):
        with running([str(BIN / "crampwise"), "serve"], DATABASE_URL=f"sqlite:///{file}") as bot:
            _load(bot, conversations, dice.uniform(*LOAD_SECONDS), outcome)
        outcome.kills += 1
        _look(file, outcome)
    return outcome


def _load(bot: Server, conversations: list[str | None], seconds: float, outcome: Outcome) -> None:
    people = [
        threading.Thread(target=_ask, args=(bot, conversations, number, outcome))
        for number in range(PEOPLE)
    ]
    for person in people:
        person.start()
    time.sleep(seconds)
    bot.process.send_signal(signal.SIGKILL)
    for person in people:
        person.join()


def _ask(bot: Server, conversations: list[str | None], person: int, outcome: Outcome) -> None:
    while True:
        mark = f"{random.getrandbits(64):016x}"
        text = f"{random.choice(QUESTIONS)} {mark}"
        before = conversations[person]
        try:
            response = bot.post({"conversation": before, "text": text})
        except requests.RequestException:
            return
        told = response.json()
        if response.status_code == 200 and told["messages"][0]["topic"] != "trouble":
            outcome.acknowledged.append(mark)
            outcome.lost_conversations += before not in (None, told["conversation"])
            conversations[person] = told["conversation"]


def _look(file: Path, outcome: Outcome) -> None:
    database = sqlite3.connect(file)
    outcome.corrupt += database.execute("PRAGMA integrity_check").fetchall() != [("ok",)]
    rows = database.execute("SELECT data FROM events WHERE type_name = 'user'").fetchall()
    database.close()
    kept = "\n".join(row[0] for row in rows)
    outcome.missing = [mark for mark in outcome.acknowledged if mark not in kept]
    times = {mark: sum(f'{mark}", "parse_data"' in row[0] for row in rows) for mark in
             outcome.acknowledged[-200:]}  # fmt: skip
    outcome.doubled = [mark for mark, count in times.items() if count > 1]


def main() -> None:
    """Prints one line."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else KILLS
    with tempfile.TemporaryDirectory() as folder:
        found = run(kills, Path(folder), random.Random())
    print(
        f"{found.kills} kills, {len(found.acknowledged)} messages acknowledged,"
        f" {len(found.missing)} missing, {len(found.doubled)} twice in the store,"
        f" {found.corrupt} times corrupt, {found.lost_conversations} conversations lost"
    )


if __name__ == "__main__":
    main()
