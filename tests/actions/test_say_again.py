"""What was said of a danger last can be heard again, also once it is seen to."""

from __future__ import annotations

from typing import Any

from rasa_sdk.executor import CollectingDispatcher

from actions.action_say_again import ActionSayShorter


def uttered(topic: str) -> dict[str, Any]:
    return {"event": "bot", "text": "said", "metadata": {"answer": {"topic": topic}}}


def said_again(said: Any, *topics: str) -> list[dict[str, Any]]:
    dispatcher = CollectingDispatcher()
    events = [uttered(topic) for topic in topics]
    ActionSayShorter().run(dispatcher, said("say that again?", "repeat_shorter", events=events), {})
    return dispatcher.messages


def test_a_danger_is_said_again_whole_after_its_end(said: Any) -> None:
    [message] = said_again(said, "red_flag.stroke", "red_flag.over")
    assert message["answer"]["topic"] == "red_flag.stroke"
    assert "Call the emergency number now" in message["text"]


def test_what_was_answered_after_it_goes_before_it(said: Any) -> None:
    [message] = said_again(said, "red_flag.stroke", "red_flag.over", "magnesium.role")
    assert message["response"] == "utter_nothing_yet"
