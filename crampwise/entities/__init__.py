"""Finds what a message speaks of: nutrients, foods, medicines, people, times. No Rasa in here."""

from crampwise.entities.found import UNNAMED, Found
from crampwise.entities.recogniser import Recogniser

__all__ = ["UNNAMED", "Found", "Recogniser"]
