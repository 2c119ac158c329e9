"""The bot itself in this process: model, dialogue and actions, without a server."""

from __future__ import annotations

import logging
import secrets
from pathlib import Path
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.core.tracker_store import TrackerStore
from rasa.core.utils import AvailableEndpoints
from rasa.model import get_latest_model

from crampwise.channels.web import ID_BYTES, WebOutput
from crampwise.errors import Mendable
from crampwise.knowledge.shared import knowledge
from crampwise.serving import environment
from crampwise.serving.in_process import InProcessActions
from crampwise.serving.settings import ROOT

MODELS = ROOT / "models"
ENDPOINTS = ROOT / "endpoints.yml"


class NoModel(Mendable):
    """There is no trained model to load."""


def load_agent(models: Path = MODELS) -> Agent:
    """The newest model with its actions in this process. Raises NoModel and KnowledgeError."""
    environment.logs(logging.ERROR)
    words = knowledge().wording
    newest = get_latest_model(str(models))
    if newest is None:
        raise NoModel(f"There is no trained model in {models.name}/: run 'make train'.")
    endpoints = AvailableEndpoints.read_endpoints(str(ENDPOINTS))
    return Agent.load(
        newest,
        tracker_store=TrackerStore.create(endpoints.tracker_store),
        action_endpoint=InProcessActions(lambda: words["trouble"]),
    )


class Bot:
    """Talks as the web channel does, for the shell, `crampwise ask` and tests."""

    def __init__(self, agent: Agent) -> None:
        self.agent = agent

    @classmethod
    def load(cls, models: Path = MODELS) -> Bot:
        return cls(load_agent(models))

    def conversation(self) -> str:
        """A new conversation's id."""
        return secrets.token_hex(ID_BYTES)

    async def handle(self, conversation: str, text: str) -> list[dict[str, Any]]:
        """The answers to one message, as the web channel would send them."""
        output = WebOutput()
        await self.agent.handle_message(
            UserMessage(text, output, conversation, input_channel="web")
        )
        return output.messages

    async def parse(self, text: str) -> dict[str, Any]:
        """How a message is understood: Rasa's parse result."""
        return dict(await self.agent.parse_message(text))

    async def intent(self, conversation: str) -> str | None:
        """The intent of the newest message of `conversation`."""
        tracker = await self.agent.tracker_store.retrieve(conversation)
        if tracker is None or tracker.latest_message is None:
            return None
        return tracker.latest_message.intent.get("name")
