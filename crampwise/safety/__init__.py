"""Looks for danger signs in messages. No Rasa, no network."""

from crampwise.safety.hit import Hit
from crampwise.safety.reader import RedFlagReader

# The entity under which the understanding hands a red flag's id on.
FLAG = "red_flag"

__all__ = ["FLAG", "Hit", "RedFlagReader"]
