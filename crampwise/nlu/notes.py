"""What the block of a training phrase says of all its phrases, in Rasa's `metadata`."""

from __future__ import annotations

from typing import Any

from rasa.shared.nlu.constants import METADATA_INTENT
from rasa.shared.nlu.training_data.message import Message

TELLS = "tells"  # the id of an illness or a medicine that a phrase tells of without its name


def notes(message: Message) -> dict[str, Any]:
    """The metadata of the intent's block that a phrase stands in; empty without any."""
    return (message.get("metadata") or {}).get(METADATA_INTENT) or {}
