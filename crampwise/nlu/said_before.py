"""What the person wrote before the newest message."""

from __future__ import annotations

from dataclasses import dataclass

from rasa.shared.core.events import Restarted, SessionStarted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from crampwise.safety.reader import EARLIER


@dataclass(frozen=True)
class SaidBefore:
    """The last messages typed in this session, oldest first; taps on buttons are left out."""

    texts: tuple[str, ...] = ()
    since_danger: tuple[str, ...] = ()  # those of them after the last report of danger


def said_before(tracker: DialogueStateTracker | None, danger: str) -> SaidBefore:
    """What `tracker` holds; `danger` is the intent of a report."""
    texts: list[str] = []
    since_danger: list[str] = []
    answered = False
    for event in reversed(tracker.events if tracker else ()):
        if isinstance(event, (Restarted, SessionStarted)) or len(texts) == EARLIER:
            break
        if isinstance(event, UserUttered) and event.text and not event.text.startswith("/"):
            answered = answered or event.intent_name == danger
            texts.append(event.text)
            if not answered:
                since_danger.append(event.text)
    return SaidBefore(tuple(texts[::-1]), tuple(since_danger[::-1]))
