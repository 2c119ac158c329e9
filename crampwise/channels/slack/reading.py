"""What a delivery of Slack means to the bot, whichever way it came."""

from __future__ import annotations

from typing import Any

from crampwise.channels.slack.found import Found
from crampwise.channels.slack.interactions import interaction, slash
from crampwise.channels.slack.messages import event

Delivery = tuple[str, Any]  # kind and payload
# The kinds of delivery, by the names that Socket Mode gives them.
EVENT, INTERACTION, SLASH = "events_api", "interactive", "slash_commands"


def read(delivery: Delivery, me: str) -> Found | None:
    """What was found; None when the delivery does not concern the bot."""
    kind, payload = delivery
    if not isinstance(payload, dict):
        return None
    if kind == EVENT:
        return event(payload, me)
    if kind == INTERACTION:
        return interaction(payload)
    return slash(payload) if kind == SLASH else None
