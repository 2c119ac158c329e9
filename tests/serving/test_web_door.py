"""What the web channel refuses, and to whom it is open."""

from __future__ import annotations

import pytest
import requests

from tests.server import BIN, Server, running

SITE = "https://good.example"


def test_a_payload_that_was_never_offered_is_refused(server: Server) -> None:
    conversation, _ = server.say("hello")
    response = server.post({"conversation": conversation, "payload": "/forget_me"})
    assert response.status_code == 400
    assert response.json()["error"]["code"] == "unknown_button"


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ([], 400, "bad_json"),
        ("hello", 400, "bad_json"),
        ({}, 400, "bad_text"),
        ({"text": 5}, 400, "bad_text"),
        ({"text": "   "}, 400, "empty"),
        ({"text": "x" * 1001}, 400, "too_long"),
        ({"text": "\ud800"}, 400, "bad_text"),
        ({"text": "hi", "conversation": "default"}, 400, "bad_conversation"),
        ({"text": "hi", "conversation": ["x"]}, 400, "bad_conversation"),
    ],
)
def test_a_malformed_message_is_refused_in_words(
    server: Server, body: object, status: int, code: str
) -> None:
    response = server.post(body)
    assert response.status_code == status
    assert response.json()["error"]["code"] == code
    assert response.json()["error"]["message"]


@pytest.mark.parametrize("body", ["null", "", "{", '{"text": "hi"', "\x00"])
def test_a_body_that_is_no_json_object_is_refused(server: Server, body: str) -> None:
    response = requests.post(
        f"{server.address}/chat/messages", data=body, timeout=10,
        headers={"Content-Type": "application/json"},
    )  # fmt: skip
    assert response.status_code == 400
    assert response.json()["error"]["code"] == "bad_json"


def test_a_body_over_16_kb_is_refused(server: Server) -> None:
    assert server.post({"text": "x" * 20_000}).status_code == 413


def test_another_content_type_is_refused(server: Server) -> None:
    response = requests.post(
        f"{server.address}/chat/messages", data="text=hi", timeout=10,
        headers={"Content-Type": "application/x-www-form-urlencoded"},
    )  # fmt: skip
    assert response.status_code == 415


def test_an_id_the_server_did_not_make_begins_a_new_conversation(server: Server) -> None:
    conversation, _ = server.say("hello", "0" * 32)
    assert conversation != "0" * 32
    assert len(conversation) == 32


def test_a_site_that_is_not_allowed_is_refused(server: Server) -> None:
    response = server.post({"text": "hi"}, headers={"Origin": "https://evil.example"})
    assert response.status_code == 403


def test_an_allowed_site_may_do_what_the_widget_does_and_no_more() -> None:
    with running([str(BIN / "crampwise"), "serve"], ALLOWED_ORIGINS=SITE) as server:
        asked = {"Origin": SITE, "Access-Control-Request-Method": "DELETE"}
        address = f"{server.address}/chat/messages"
        allowed = requests.options(address, headers=asked, timeout=10).headers
        asked["Origin"] = "https://evil.example"
        refused = requests.options(address, headers=asked, timeout=10).headers
        answered = server.post({"text": "hi"}, headers={"Origin": SITE})
        # The widget asks for it until a bot that was down is back.
        alive = requests.get(f"{server.address}/health", headers={"Origin": SITE}, timeout=10)
    assert allowed["Access-Control-Allow-Origin"] == SITE
    assert alive.headers["Access-Control-Allow-Origin"] == SITE
    assert allowed["Access-Control-Allow-Methods"] == "DELETE, GET, POST"
    assert "Access-Control-Allow-Credentials" not in allowed
    assert "Access-Control-Allow-Origin" not in refused
    assert answered.status_code == 200
    assert answered.headers["Access-Control-Allow-Origin"] == SITE
    assert answered.headers["Access-Control-Expose-Headers"] == "Retry-After"


def test_the_page_is_served_under_a_strict_policy(server: Server) -> None:
    page = requests.get(f"{server.address}/chat/", timeout=10)
    assert page.status_code == 200
    assert "unsafe-inline" not in page.headers["Content-Security-Policy"]
    assert page.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert requests.get(f"{server.address}/", timeout=10).url.endswith("/chat/")
    assert requests.get(f"{server.address}/chat", timeout=10).url.endswith("/chat/")
    script = requests.get(f"{server.address}/chat/widget.js", timeout=10)
    assert script.headers["Content-Type"].startswith("text/javascript")
    assert requests.get(f"{server.address}/chat/..%2fpage.html", timeout=10).status_code == 404


@pytest.mark.parametrize("path", ["/model", "/conversations/x/tracker", "/domain", "/version"])
def test_rasas_own_api_is_closed(server: Server, path: str) -> None:
    assert requests.get(f"{server.address}{path}", timeout=10).status_code == 404
