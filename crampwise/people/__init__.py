"""Whom a message speaks of, and what it tells of them. No Rasa, no network."""

from crampwise.people.reading import read
from crampwise.people.told import Told
from crampwise.people.words import SELF, People

__all__ = ["SELF", "People", "Told", "read"]
