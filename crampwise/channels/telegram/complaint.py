"""What an error of the connection means to the owner, in one line."""

from __future__ import annotations

from crampwise.channels.chat.trouble import Trouble
from crampwise.channels.telegram.api import UNKNOWN_TOKEN, Refusal

TAKEN = 409


def explain(error: Trouble) -> str:
    """The line that tells what to do."""
    if not isinstance(error, Refusal):
        return f"Telegram cannot be reached ({error}). Trying again; the rest of the bot goes on."
    if error.code in UNKNOWN_TOKEN:
        return (
            "Telegram does not know the token in TELEGRAM_BOT_TOKEN. Copy it again from @BotFather"
            " (/mybots) and start again; the rest of the bot goes on without Telegram."
        )
    if error.code == TAKEN and "webhook" in error.description:
        return (
            "Another program has had this bot's messages sent to a webhook: stop it, then start"
            " this one again, which takes the webhook away. Trying again."
        )
    if error.code == TAKEN:
        return (
            "Another program takes this bot's messages from Telegram: stop it, or give this one"
            " a bot of its own. Trying again."
        )
    return f"Telegram refuses: {error}. Trying again."
