"""What the person wrote before the newest message."""

from __future__ import annotations

from rasa.shared.core.events import Restarted, SessionStarted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from crampwise.safety.reader import EARLIER


def said_before(tracker: DialogueStateTracker | None) -> list[str]:
    """The last messages typed in this session, oldest first; taps on buttons are left out."""
    if tracker is None:
        return []
    found: list[str] = []
    for event in reversed(tracker.events):
        if isinstance(event, (Restarted, SessionStarted)):
            break
        if isinstance(event, UserUttered) and event.text and not event.text.startswith("/"):
            found.append(event.text)
            if len(found) == EARLIER:
                break
    return found[::-1]
