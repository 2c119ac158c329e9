"""Rasa's REST channel, for scripts on this machine."""

from __future__ import annotations

import pytest
import requests

from tests.server import Server


def rest(server: Server, body: object, **headers: str) -> requests.Response:
    return requests.post(
        f"{server.address}/webhooks/rest/webhook", json=body, headers=headers, timeout=30
    )


def test_a_question_over_rest_gets_text_with_sources_and_buttons(server: Server) -> None:
    [answer] = rest(server, {"sender": "me", "message": "can dehydration cause cramps"}).json()
    assert "Sources:" in answer["text"]
    assert answer["buttons"]
    assert answer["recipient_id"] == "me"


def test_a_callers_own_intent_is_refused(server: Server) -> None:
    response = rest(server, {"sender": "forger", "message": " /forget_me"})
    assert response.status_code == 400


def test_callers_through_a_proxy_are_refused(server: Server) -> None:
    told = {"sender": "me", "message": "hi"}
    assert rest(server, told, **{"X-Forwarded-For": "203.0.113.9"}).status_code == 403


@pytest.mark.parametrize(
    "body", [[], {}, {"sender": "me"}, {"message": "hi"}, {"sender": 3, "message": "hi"}]
)
def test_a_malformed_call_is_refused(server: Server, body: object) -> None:
    assert rest(server, body).status_code == 400


def test_a_body_that_does_not_say_it_is_json_is_refused(server: Server) -> None:
    response = requests.post(f"{server.address}/webhooks/rest/webhook", data="{}", timeout=10)
    assert response.status_code == 415


def test_a_button_that_was_shown_can_be_tapped(server: Server) -> None:
    [answer] = rest(server, {"sender": "tapper", "message": "should I take magnesium"}).json()
    payload = answer["buttons"][0]["payload"]
    [reply] = rest(server, {"sender": "tapper", "message": payload}).json()
    assert "Sources:" in reply["text"]
