"""Telegram: updates in, answers out. See docs/telegram.md for setting it up."""

from crampwise.channels.telegram.channel import TelegramInput

__all__ = ["TelegramInput"]
