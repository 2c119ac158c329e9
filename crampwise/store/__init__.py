"""What outlives a turn: conversations, buttons, what was already received, feedback.

One SQL database (SQLite by default) holds all of it, so that a restart forgets nothing, several
bots can share it, and forgetting somebody is one transaction.
"""

from crampwise.store.base import Forgotten, Kept, Store
from crampwise.store.repeated import MESSAGE_KEY, Answered, AnsweredElsewhere
from crampwise.store.shared import store

__all__ = ["MESSAGE_KEY", "Answered", "AnsweredElsewhere", "Forgotten", "Kept", "Store", "store"]
