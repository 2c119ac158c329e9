"""Crampwise: a conversational assistant on leg cramps and nutrition."""

__version__ = "0.1.0"
