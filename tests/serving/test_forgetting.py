"""Forgetting a conversation, each way a person can ask for it, proven on the disk."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from tests.commands.running import crampwise
from tests.server import BIN, Server, running

SECRET = "my neighbour Rumpelstilzchen says bananas cure cramps"
DAY = 24 * 3600


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kept")


@pytest.fixture(scope="module")
def keeper(folder: Path) -> Iterator[Server]:
    """A bot whose database can be looked into."""
    url = f"sqlite:///{folder / 'crampwise.db'}"
    with running([str(BIN / "crampwise"), "serve"], DATABASE_URL=url) as server:
        yield server


def on_disk(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.iterdir())


def test_what_was_said_is_kept_until_it_is_forgotten_by_typing(
    keeper: Server, folder: Path
) -> None:
    conversation, _ = keeper.say(SECRET)
    assert b"Rumpelstilzchen" in on_disk(folder)
    _, [answer] = keeper.say("forget me", conversation)
    assert "cleared" in answer["text"] or "deleted" in answer["text"]
    assert b"Rumpelstilzchen" not in on_disk(folder)
    assert conversation.encode() not in on_disk(folder)
    again, _ = keeper.say("hello", conversation)
    assert again != conversation


def test_what_was_said_is_forgotten_by_a_button(keeper: Server, folder: Path) -> None:
    conversation, _ = keeper.say(SECRET)
    _, [shown] = keeper.say("what do you know about me", conversation)
    [button] = [one for one in shown["buttons"] if one["payload"] == "/forget_me"]
    tap = {"conversation": conversation, "payload": button["payload"]}
    assert keeper.post(tap).status_code == 200
    assert b"Rumpelstilzchen" not in on_disk(folder)
    assert conversation.encode() not in on_disk(folder)


def test_what_was_said_is_shown_and_forgotten_over_http(keeper: Server, folder: Path) -> None:
    told = keeper.post({"text": SECRET, "message_id": "0123456789abcdef"}).json()
    conversation = told["conversation"]
    address = f"{keeper.address}/chat/conversations/{conversation}"
    assert requests.get(address, timeout=10).json()["messages"] == 1
    proof = requests.delete(address, timeout=10).json()
    assert proof["deleted"]["events"] > 3
    assert proof["kept"] == {"messages": 0, "buttons": 0, "since": None}
    assert b"Rumpelstilzchen" not in on_disk(folder)
    assert conversation.encode() not in on_disk(folder)
    assert requests.delete(address, timeout=10).json()["deleted"]["events"] == 0


def test_only_who_has_the_id_can_forget_and_only_from_our_page(keeper: Server) -> None:
    conversation, _ = keeper.say("hello")
    address = f"{keeper.address}/chat/conversations/{conversation}"
    from_elsewhere = requests.delete(
        address, headers={"Origin": "https://evil.example"}, timeout=10
    )
    assert from_elsewhere.status_code == 403
    assert requests.delete(address[:-1], timeout=10).status_code == 404
    assert requests.get(address, timeout=10).json()["messages"] == 1


def test_purging_deletes_what_is_old_while_the_bot_runs(keeper: Server, folder: Path) -> None:
    old, _ = keeper.say(SECRET)
    new, _ = keeper.say("hello")
    file = folder / "crampwise.db"
    with sqlite3.connect(file) as database:
        database.execute("UPDATE events SET timestamp = ? WHERE sender_id = ?", (
            time.time() - 31 * DAY, old,
        ))  # fmt: skip
    database.close()
    result = crampwise("purge", DATABASE_URL=f"sqlite:///{file}")
    assert result.stdout == "Deleted 1 conversations without a message for 30 days.\n"
    assert b"Rumpelstilzchen" not in on_disk(folder)
    assert keeper.say("hello", new)[0] == new
    kept = crampwise("purge", DATABASE_URL=f"sqlite:///{file}", RETENTION_DAYS="0")
    assert "Nothing was deleted" in kept.stdout


def test_a_restart_resumes_the_conversation(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'crampwise.db'}"
    command = [str(BIN / "crampwise"), "serve"]
    with running(command, DATABASE_URL=url) as server:
        conversation, _ = server.say("which foods are rich in magnesium?")
    with running(command, DATABASE_URL=url) as server:
        same, [answer] = server.say("and potassium?", conversation)
    assert same == conversation
    assert answer["topic"] == "potassium.foods"
