"""Whom a message speaks of, and what it tells of them. No Rasa, no network."""

from crampwise.people.reading import Told, read
from crampwise.people.words import SELF, People

__all__ = ["SELF", "People", "Told", "read"]
