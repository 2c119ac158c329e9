"""Two bots on one PostgreSQL, the server's end and return, and the end of one bot."""

from __future__ import annotations

import re
import signal
import time
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from pathlib import Path

import psycopg2
import pytest
import requests

from tests.commands.running import crampwise
from tests.postgresql import PostgreSQL
from tests.server import BIN, Server, running

DAY = 24 * 3600
QUESTION = "which foods are rich in magnesium?"


@pytest.fixture(scope="module")
def url(postgresql: PostgreSQL) -> str:
    return postgresql.fresh()


@pytest.fixture(scope="module")
def bots(url: str) -> Iterator[list[Server]]:
    """Two bots that started at once on an empty database."""
    with ExitStack() as until, ThreadPoolExecutor(2) as pool:
        serve = [running([str(BIN / "crampwise"), "serve"], DATABASE_URL=url) for _ in range(2)]
        yield list(pool.map(until.enter_context, serve))


def kept(bot: Server, conversation: str) -> int:
    address = f"{bot.address}/chat/conversations/{conversation}"
    return int(requests.get(address, timeout=10).json()["messages"])


def ready(bot: Server) -> bool:
    return requests.get(f"{bot.address}/ready", timeout=10).status_code == 200


def test_a_conversation_goes_on_with_the_other_bot_and_is_forgotten_by_it(
    bots: list[Server],
) -> None:
    one, other = bots
    conversation, _ = one.say(QUESTION)
    same, [answer] = other.say("and potassium?", conversation)
    assert (same, answer["topic"]) == (conversation, "potassium.foods")
    proof = requests.delete(f"{other.address}/chat/conversations/{conversation}", timeout=10).json()
    assert proof["deleted"]["events"] > 6
    assert proof["kept"] == {"messages": 0, "buttons": 0, "since": None}
    assert kept(one, conversation) == 0


@pytest.mark.parametrize("begun", [False, True])
def test_a_message_that_both_get_at_once_is_answered_once(bots: list[Server], begun: bool) -> None:
    conversation = bots[0].say("hello")[0] if begun else None
    for _ in range(3):
        body = {"conversation": conversation, "text": QUESTION, "message_id": str(uuid.uuid4())}
        before = kept(bots[0], conversation) if conversation else 0
        with ThreadPoolExecutor(2) as pool:
            posted = [pool.submit(bot.post, body) for bot in bots]
        first, second = (future.result().json() for future in posted)
        assert first == second
        assert first["messages"][0]["topic"] == "magnesium.foods"
        assert kept(bots[0], first["conversation"]) == before + 1


def test_a_lost_server_is_told_in_words_and_the_next_message_works(
    bots: list[Server], postgresql: PostgreSQL
) -> None:
    bot = bots[0]
    conversation, _ = bot.say("hello")
    assert ready(bot)
    postgresql.stop()
    try:
        with ThreadPoolExecutor(20) as pool:
            told = list(pool.map(lambda _: bot.answer(QUESTION, conversation), range(20)))
        emergency = bot.answer("my chest hurts and i cant breathe", conversation)
        lost = ready(bot)
    finally:
        postgresql.start()
    assert {answer["topic"] for answer in told} == {"trouble"}
    assert "urgent" in told[0]["text"]
    assert emergency["urgency"] == "emergency"
    assert not lost
    same, [answer] = bot.say("and potassium?", conversation)
    assert same == conversation
    assert answer["topic"] != "trouble"
    assert all(map(ready, bots))
    with ThreadPoolExecutor(20) as pool:
        topics = set(pool.map(lambda _: bot.answer(QUESTION)["topic"], range(20)))
    assert topics == {"magnesium.foods"}


def test_it_is_reported_and_purged_from_the_command_line(
    bots: list[Server], url: str, tmp_path: Path
) -> None:
    old, _ = bots[0].say(QUESTION)
    new, _ = bots[0].say("hello")
    report = crampwise("report", "--out", str(tmp_path / "report.html"), DATABASE_URL=url)
    assert re.search(r": [1-9]\d* messages", report.stdout), report.stderr
    with closing(psycopg2.connect(url)) as connection, connection:
        age = "UPDATE events SET timestamp = timestamp - %s WHERE sender_id = %s"
        connection.cursor().execute(age, (31 * DAY, old))
    result = crampwise("purge", DATABASE_URL=url)
    assert result.stdout == "Deleted 1 conversations without a message for 30 days.\n"
    assert [kept(bots[1], conversation) for conversation in (old, new)] == [0, 1]


# The last one: it ends a bot.
def test_what_a_killed_bot_answered_is_known_by_the_other(bots: list[Server]) -> None:
    killed, other = bots
    conversation, _ = killed.say("hello")
    asked = [
        {"conversation": conversation, "text": QUESTION, "message_id": str(uuid.uuid4())}
        for _ in range(8)
    ]
    answers = []
    with ThreadPoolExecutor(1) as pool:
        for body in asked:
            answers.append(pool.submit(killed.post, body))
        time.sleep(0.3)
        killed.process.send_signal(signal.SIGKILL)
        had = [future.result().json() for future in answers if not future.exception()]
    assert had
    again = [other.post(body).json() for body in asked]
    assert again[: len(had)] == had
    assert kept(other, conversation) == 1 + len(asked)
