"""Hands answers to Rasa, once, in the form every channel can render."""

from __future__ import annotations

from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn
from crampwise.answers.types import Answer
from crampwise.channels.rendering import buttons, web, whole
from crampwise.knowledge.shared import knowledge


def dispatch(dispatcher: CollectingDispatcher, *answers: Answer) -> None:
    """Utters `answers`: plain text for any channel, and under `answer` the web channel's form."""
    for answer in answers:
        dispatcher.utter_message(
            text=whole(answer, knowledge()),
            buttons=buttons(answer),
            answer=web(answer, knowledge()),
        )


def give(
    dispatcher: CollectingDispatcher, turn: Turn, answers: tuple[Answer, ...]
) -> list[EventType]:
    """Utters what answers a turn. Returns its slots: no question to lean on if none was known."""
    dispatch(dispatcher, *answers)
    return turn.events(answered=answers[0].status in ("answered", "unsure"))
