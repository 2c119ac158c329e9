"""Tells the owner what is wrong with the connection: once, in a line that says what to do."""

from __future__ import annotations

import structlog

from crampwise.channels.telegram.api import Refusal, TelegramError

log = structlog.get_logger("crampwise.telegram")
UNKNOWN_TOKEN = (401, 404)
TAKEN = 409


class Complaint:
    """Says a thing again only after it was well, or something else was wrong."""

    def __init__(self) -> None:
        self._said: str | None = None

    def say(self, error: TelegramError) -> None:
        """Logs what `error` means, unless that was the last thing said."""
        line = explain(error)
        if line != self._said:
            self._said = line
            log.error(line)

    def withdraw(self) -> None:
        """Logs that all is well again, if it was not."""
        if self._said is not None:
            self._said = None
            log.warning("Telegram works again.")


def explain(error: TelegramError) -> str:
    """What an error of the connection means to the owner, in one line."""
    if not isinstance(error, Refusal):
        return f"Telegram cannot be reached ({error}). Trying again; the rest of the bot goes on."
    if error.code in UNKNOWN_TOKEN:
        return (
            "Telegram does not know the token in TELEGRAM_BOT_TOKEN. Copy it again from @BotFather"
            " (/mybots) and start again; the rest of the bot goes on without Telegram."
        )
    if error.code == TAKEN:
        return (
            "Another program takes this bot's messages from Telegram: stop it, or give this one"
            " a bot of its own. Trying again."
        )
    return f"Telegram refuses: {error}. Trying again."
