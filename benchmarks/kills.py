"""Kills the bot at any moment under load, and looks for what it had acknowledged.

People whose answer did not come ask again after the restart. Prints how many answers people had,
how many of those messages the database misses after the kills or holds twice, and whether it was
ever corrupt: `python -m benchmarks.kills` (50 kills, about 15 minutes).
"""

from __future__ import annotations

import json
import random
import signal
import sqlite3
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

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


class Person:
    """Asks one question after the other, and again after the restart if no answer came."""

    def __init__(self) -> None:
        self._conversation: str | None = None
        self._unheard: dict[str, Any] | None = None

    def ask_until_it_ends(self, bot: Server, outcome: Outcome) -> None:
        """Returns when the bot is gone."""
        while True:
            body = self._unheard or self._question()
            self._unheard = body
            try:
                response = bot.post(body)
            except requests.RequestException:
                return
            self._unheard = None
            told = response.json()
            if response.status_code == 200 and told["messages"][0]["topic"] != "trouble":
                outcome.acknowledged.append(body["message_id"])
                asked_in = body["conversation"]
                outcome.lost_conversations += asked_in not in (None, told["conversation"])
                self._conversation = told["conversation"]

    def _question(self) -> dict[str, Any]:
        mark = f"{random.getrandbits(64):016x}"
        text = f"{random.choice(QUESTIONS)} {mark}"
        return {"conversation": self._conversation, "text": text, "message_id": mark}


def run(kills: int, folder: Path, dice: random.Random) -> Outcome:
    """Starts the bot, asks, kills it, looks; `kills` times on one database."""
    outcome = Outcome()
    file = folder / "crampwise.db"
    people = [Person() for _ in range(PEOPLE)]
    for _ in range(kills):
        with running([str(BIN / "crampwise"), "serve"], DATABASE_URL=f"sqlite:///{file}") as bot:
            _load(bot, people, dice.uniform(*LOAD_SECONDS), outcome)
        outcome.kills += 1
        _look(file, outcome)
    return outcome


def _load(bot: Server, people: list[Person], seconds: float, outcome: Outcome) -> None:
    asking = [
        threading.Thread(target=person.ask_until_it_ends, args=(bot, outcome)) for person in people
    ]
    for thread in asking:
        thread.start()
    time.sleep(seconds)
    bot.process.send_signal(signal.SIGKILL)
    for thread in asking:
        thread.join()


def _look(file: Path, outcome: Outcome) -> None:
    database = sqlite3.connect(file)
    outcome.corrupt += database.execute("PRAGMA integrity_check").fetchall() != [("ok",)]
    rows = database.execute("SELECT data FROM events WHERE type_name = 'user'").fetchall()
    database.close()
    kept = Counter(str(json.loads(row[0])["text"]).split()[-1] for row in rows)
    outcome.missing = [mark for mark in outcome.acknowledged if mark not in kept]
    outcome.doubled = [mark for mark, count in kept.items() if count > 1]


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
