"""A message sent again after a broken line, against the running bot."""

from __future__ import annotations

import json
import socket
import uuid
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests

from tests.server import Server


def messages_kept(server: Server, conversation: str) -> int:
    address = f"{server.address}/chat/conversations/{conversation}"
    return int(requests.get(address, timeout=10).json()["messages"])


def send_and_hang_up(server: Server, body: dict[str, Any]) -> None:
    """Sends a message as a client whose line breaks before the answer."""
    there, text = urlsplit(server.address), json.dumps(body)
    with socket.create_connection((there.hostname, there.port), timeout=10) as line:
        line.sendall(
            f"POST /chat/messages HTTP/1.1\r\nHost: {there.netloc}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(text)}\r\n\r\n{text}".encode()
        )


def test_a_message_sent_again_gets_the_same_answer_and_conversation(server: Server) -> None:
    body = {"text": "which foods are rich in magnesium?", "message_id": str(uuid.uuid4())}
    first, second = server.post(body).json(), server.post(body).json()
    assert second == first
    assert first["messages"][0]["topic"] == "magnesium.foods"
    assert messages_kept(server, first["conversation"]) == 1


def test_a_message_whose_answer_nobody_heard_is_answered_once(server: Server) -> None:
    conversation, _ = server.say("hello")
    body = {
        "conversation": conversation,
        "text": "does pickle juice work",
        "message_id": str(uuid.uuid4()),
    }
    send_and_hang_up(server, body)
    assert server.post(body).json()["messages"][0]["topic"] == "remedy.pickle_juice"
    assert messages_kept(server, conversation) == 2


def test_the_same_words_with_another_id_are_another_message(server: Server) -> None:
    conversation, _ = server.say("hello")
    for _ in range(2):
        server.post({"conversation": conversation, "text": "hi", "message_id": str(uuid.uuid4())})
    assert messages_kept(server, conversation) == 3


@pytest.mark.parametrize("odd", ["short", 7, "a" * 65])
def test_an_id_of_another_shape_is_refused_in_words(server: Server, odd: object) -> None:
    refusal = server.post({"text": "hi", "message_id": odd})
    assert refusal.status_code == 400
    assert refusal.json()["error"]["code"] == "bad_message_id"
