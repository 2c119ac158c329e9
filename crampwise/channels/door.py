"""What every channel does with a message before Rasa sees it."""

from __future__ import annotations

from typing import Any

from rasa.shared.core.events import BotUttered
from rasa.shared.core.trackers import DialogueStateTracker

MAX_CHARACTERS = 1000
REMEMBERED_ANSWERS = 20  # buttons of older answers are no longer taken


class Refused(Exception):
    """A message that is not taken, with a code for programs and words for the person."""

    def __init__(self, code: str, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.code, self.message, self.status = code, message, status


def typed(text: Any) -> str:
    """Text a person typed, made safe for Rasa: a leading slash never becomes an intent.

    Raises Refused when it is no text, empty or over 1,000 characters.
    """
    if not isinstance(text, str):
        raise Refused("bad_text", "The field 'text' must be a text.")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise Refused("bad_text", "The text holds characters that are not valid.") from None
    bare = text.replace("\x00", "").strip()
    if not bare:
        raise Refused("empty", "The message is empty. Please type a question.")
    if len(bare) > MAX_CHARACTERS:
        raise Refused(
            "too_long",
            f"Your message has {len(bare):,} characters; I can read up to {MAX_CHARACTERS:,}. "
            "Please shorten it and send it again.",
        )
    return bare.lstrip("/ ") or "?"


def offered(payload: Any, tracker: DialogueStateTracker | None) -> str:
    """The payload of a button that this conversation was shown.

    Raises Refused for anything else: a payload names intents and slots, so it must be ours.
    """
    if isinstance(payload, str) and tracker is not None:
        answers = [event for event in tracker.events if isinstance(event, BotUttered)]
        for answer in answers[-REMEMBERED_ANSWERS:]:
            for button in (answer.data or {}).get("buttons") or ():
                if button.get("payload") == payload:
                    return payload
    raise Refused("unknown_button", "That button is no longer valid. Please type your question.")
