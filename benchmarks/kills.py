"""Kills the bot at any moment under load, and looks for what it had acknowledged.

People whose answer did not come ask again after the restart. Prints how many answers people had,
how many of those messages the database misses after the kills or holds twice, and whether it was
ever corrupt: `python -m benchmarks.kills` (50 kills, about 15 minutes). With a number, so many
kills; with an SQLAlchemy URL behind it, on that database, which should be one made for this.
"""

from __future__ import annotations

import json
import random
import signal
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import requests
import sqlalchemy as sa

from benchmarks.beside import QUESTIONS
from crampwise.store import Store
from crampwise.store.tables import EVENTS
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


def run(kills: int, url: str, dice: random.Random) -> Outcome:
    """Starts the bot, asks, kills it, looks; `kills` times on the database at `url`."""
    outcome = Outcome()
    people = [Person() for _ in range(PEOPLE)]
    for _ in range(kills):
        with running([str(BIN / "crampwise"), "serve"], DATABASE_URL=url) as bot:
            _load(bot, people, dice.uniform(*LOAD_SECONDS), outcome)
        outcome.kills += 1
        _look(url, outcome)
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


def _look(url: str, outcome: Outcome) -> None:
    with closing(Store(url)) as store, store.engine.connect() as database:
        if database.dialect.name == "sqlite":  # in a server's files a client's end changes nothing
            told = database.exec_driver_sql("PRAGMA integrity_check").scalars().all()
            outcome.corrupt += told != ["ok"]
        said = sa.select(EVENTS.c.data).where(EVENTS.c.type_name == "user")
        texts = [str(json.loads(data)["text"]) for data in database.execute(said).scalars()]
    kept = Counter(text.split()[-1] for text in texts)
    outcome.missing = [mark for mark in outcome.acknowledged if mark not in kept]
    outcome.doubled = [mark for mark, count in kept.items() if count > 1]


def main() -> None:
    """Prints one line."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else KILLS
    with tempfile.TemporaryDirectory() as folder:
        url = sys.argv[2] if len(sys.argv) > 2 else f"sqlite:///{Path(folder) / 'crampwise.db'}"
        found = run(kills, url, random.Random())
    print(
        f"{found.kills} kills, {len(found.acknowledged)} messages acknowledged,"
        f" {len(found.missing)} missing, {len(found.doubled)} twice in the store,"
        f" {found.corrupt} times corrupt, {found.lost_conversations} conversations lost"
    )


if __name__ == "__main__":
    main()
