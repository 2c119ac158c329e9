"""Hands an answer to Rasa, once, in the form every channel can render."""

from __future__ import annotations

from rasa_sdk.executor import CollectingDispatcher

from crampwise.answers.types import Answer
from crampwise.channels.rendering import buttons, web, whole
from crampwise.knowledge.shared import knowledge


def dispatch(dispatcher: CollectingDispatcher, answer: Answer) -> None:
    """Utters `answer`: plain text for any channel, and under `answer` the web channel's form."""
    dispatcher.utter_message(
        text=whole(answer, knowledge()), buttons=buttons(answer), answer=web(answer, knowledge())
    )
