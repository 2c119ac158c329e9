"""What an operator does with a running bot, and what goes wrong around it."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import requests

from crampwise.knowledge.loader import HOME
from tests.server import BIN, Server, running

OLD = "Please wait"
NEW = "Kindly wait"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("operated")
    shutil.copytree(HOME, folder / "knowledge")
    return folder


@pytest.fixture(scope="module")
def bot(folder: Path) -> Iterator[Server]:
    """A bot with a database and a knowledge base of its own, and limits."""
    with running(
        [str(BIN / "crampwise"), "serve"],
        DATABASE_URL=f"sqlite:///{folder / 'crampwise.db'}",
        CRAMPWISE_KNOWLEDGE=str(folder / "knowledge"),
        RATE_LIMIT_CONVERSATION="3",
        RATE_LIMIT_ADDRESS="0",
        TRUSTED_PROXIES="127.0.0.1",
    ) as server:
        yield server


def metric(bot: Server, name: str) -> float:
    text = requests.get(f"{bot.address}/metrics", timeout=10).text
    values = [float(line.split()[-1]) for line in text.splitlines() if line.startswith(name)]
    return sum(values)


def wait_until_more(bot: Server, name: str, than: float) -> None:
    end = time.monotonic() + 60
    while metric(bot, name) <= than:
        assert time.monotonic() < end, name
        time.sleep(0.2)


def too_many(bot: Server) -> requests.Response:
    """The refusal that a conversation gets which sent four messages in a minute."""
    conversation, _ = bot.say("hello")
    for _ in range(2):
        bot.say("hello", conversation)
    return bot.post({"conversation": conversation, "text": "hello"})


def test_it_is_alive_and_ready(bot: Server) -> None:
    assert requests.get(f"{bot.address}/health", timeout=10).status_code == 200
    ready = requests.get(f"{bot.address}/ready", timeout=10)
    assert ready.status_code == 200
    assert ready.json() == {"model": True, "store": True, "taking_messages": True}


def test_turns_are_counted_by_channel_and_intent(bot: Server) -> None:
    before = metric(bot, 'crampwise_messages_total{channel="web",intent="red_flag"}')
    flags = metric(bot, 'crampwise_red_flags_total{level="same_day"}')
    bot.answer("my calf is swollen, hot and red")
    after = metric(bot, 'crampwise_messages_total{channel="web",intent="red_flag"}')
    assert after == before + 1
    assert metric(bot, 'crampwise_red_flags_total{level="same_day"}') == flags + 1
    assert metric(bot, 'crampwise_turn_seconds_count{channel="web"}') >= 1


def test_the_counts_are_not_for_the_public(bot: Server) -> None:
    proxied = {"X-Forwarded-For": "203.0.113.9"}
    assert requests.get(f"{bot.address}/metrics", headers=proxied, timeout=10).status_code == 403


def test_too_many_messages_are_refused_with_a_time_to_wait(bot: Server) -> None:
    refusal = too_many(bot)
    assert refusal.status_code == 429
    assert 1 <= int(refusal.headers["Retry-After"]) <= 40
    assert refusal.json()["error"]["code"] == "too_many"
    assert "urgent" in refusal.json()["error"]["message"]


def test_a_good_edit_of_the_knowledge_base_is_taken_up_and_a_bad_one_is_not(
    bot: Server, folder: Path
) -> None:
    wording = folder / "knowledge" / "wording.yml"
    text = wording.read_text()
    kept = metric(bot, 'crampwise_reloads_total{result="kept"}')
    wording.write_text(text.replace(OLD, NEW) + "\n  - no: [YAML")
    wait_until_more(bot, 'crampwise_reloads_total{result="kept"}', kept)
    assert OLD in too_many(bot).json()["error"]["message"]
    assert bot.answer("foods with magnesium")["sources"]
    taken = metric(bot, 'crampwise_reloads_total{result="taken"}')
    wording.write_text(text.replace(OLD, NEW))
    wait_until_more(bot, 'crampwise_reloads_total{result="taken"}', taken)
    assert NEW in too_many(bot).json()["error"]["message"]


def test_a_reload_makes_nobody_wait_long(bot: Server) -> None:
    taken = metric(bot, 'crampwise_reloads_total{result="taken"}')
    bot.process.send_signal(signal.SIGHUP)
    slowest = 0.0
    while metric(bot, 'crampwise_reloads_total{result="taken"}') == taken:
        begin = time.monotonic()
        assert bot.answer("does pickle juice work")["sources"]
        slowest = max(slowest, time.monotonic() - begin)
    assert slowest < 5


def test_a_locked_database_is_told_in_words_and_the_next_message_works(
    bot: Server, folder: Path
) -> None:
    conversation, _ = bot.say("hello")
    locker = sqlite3.connect(folder / "crampwise.db", isolation_level=None)
    locker.execute("BEGIN EXCLUSIVE")
    try:
        _, [apology] = bot.say("foods with magnesium", conversation)
        emergency = bot.answer("my chest hurts and i cant breathe")
    finally:
        locker.execute("ROLLBACK")
        locker.close()
    assert apology["topic"] == "trouble"
    assert "urgent" in apology["text"]
    assert emergency["urgency"] == "emergency"
    _, [answer] = bot.say("foods with magnesium", conversation)
    assert answer["topic"] == "magnesium.foods"


def test_a_lost_database_is_begun_anew(bot: Server, folder: Path) -> None:
    lost, _ = bot.say("hello")
    for file in folder.glob("crampwise.db*"):
        file.unlink()
    conversation, [answer] = bot.say("foods with magnesium", lost)
    assert conversation != lost
    assert answer["sources"]
    assert bot.say("and potassium?", conversation)[0] == conversation


@pytest.mark.parametrize(
    "path", ["/nowhere", "/chat/messages", "/chat/messages/x", "/webhooks/rest"]
)
def test_an_error_tells_nothing_of_the_inside_and_has_the_strict_headers(
    bot: Server, path: str
) -> None:
    response = requests.request("PATCH", f"{bot.address}{path}", timeout=10)
    assert response.status_code in (404, 405)
    assert set(response.json()["error"]) == {"code", "message"}
    assert path not in response.text
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in response.headers["Cache-Control"]


# The last one: it ends the bot.
def test_asked_to_stop_it_finishes_what_is_in_hand(bot: Server, folder: Path) -> None:
    def ask(number: int) -> int | None:
        try:
            return bot.post({"text": f"foods with magnesium, asked by {number}"}).status_code
        except requests.ConnectionError:
            return None

    with ThreadPoolExecutor(30) as pool:
        asked = [pool.submit(ask, number) for number in range(30)]
        time.sleep(0.15)
        begin = time.monotonic()
        bot.process.send_signal(signal.SIGTERM)
        told = [future.result() for future in asked]
    assert bot.process.wait(timeout=15) == 0
    assert time.monotonic() - begin < 10
    # 429: so many at once from one address.
    assert set(told) <= {200, 429, 503, None}
    assert 200 in told
    with sqlite3.connect(folder / "crampwise.db") as database:
        kept = " ".join(row[0] for row in database.execute("SELECT data FROM events"))
    for number, status in enumerate(told):
        assert status != 200 or f'asked by {number}"' in kept
