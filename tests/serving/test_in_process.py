"""Actions that run in the bot's own process."""

from __future__ import annotations

from crampwise.serving.in_process import InProcessActions


async def test_an_action_that_fails_is_told_in_words() -> None:
    actions = InProcessActions(lambda: "Sorry.")
    call = {"next_action": "action_nobody_wrote", "tracker": {"sender_id": "x"}, "domain": {}}
    assert await actions.request(json=call) == {
        "events": [],
        "responses": [{"text": "Sorry.", "topic": "trouble"}],
    }
