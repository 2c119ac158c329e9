"""`crampwise report` and `learn`, from a conversation to the phrase in the training data."""

from __future__ import annotations

import json
import re
import sqlite3
import time
from pathlib import Path

from crampwise.store import Store
from tests.commands.running import crampwise


def kept(path: Path, *texts: str) -> str:
    """The URL of a database in which these were asked and not answered."""
    url = f"sqlite:///{path}"
    Store(url).close()
    now = time.time()
    rows = []
    for text in texts:
        intent = {"intent": {"name": "out_of_scope", "confidence": 0.9}}
        user = {"event": "user", "timestamp": now, "text": text, "parse_data": intent}
        answer = {"topic": "unknown", "urgency": None}
        bot = {"event": "bot", "timestamp": now, "metadata": {"answer": answer}}
        rows += [("a" * 32, "user", now, json.dumps(user)), ("a" * 32, "bot", now, json.dumps(bot))]
    with sqlite3.connect(path) as database:
        database.executemany(
            "INSERT INTO events (sender_id, type_name, timestamp, data) VALUES (?, ?, ?, ?)", rows
        )
    database.close()
    return url


def test_a_question_gets_into_the_report_without_a_name(tmp_path: Path) -> None:
    url = kept(tmp_path / "x.db", "my name is Rumpelstilzchen, do zebras cramp", "can zebras cramp")
    page = tmp_path / "report.html"
    result = crampwise("report", "--out", str(page), DATABASE_URL=url)
    assert result.returncode == 0, result.stderr
    text = page.read_text()
    assert "do zebras cramp" in text
    assert "Rumpelstilzchen" not in text
    assert "a" * 32 not in text
    assert page.stat().st_mode & 0o077 == 0
    assert len(re.findall("crampwise learn INTENT", text)) >= 1


def test_what_cannot_be_learnt_is_one_clear_line(tmp_path: Path) -> None:
    url = kept(tmp_path / "x.db", "do zebras cramp")
    unknown = crampwise("learn", "zebras", "abcdef", DATABASE_URL=url)
    assert unknown.returncode == 1
    assert "'zebras' is no intent" in unknown.stderr
    missing = crampwise("learn", "foods", "abcdef", DATABASE_URL=url)
    assert missing.returncode == 1
    assert "Not in the report: abcdef" in missing.stderr
