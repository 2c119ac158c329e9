"""The bot itself in this process: model, dialogue and actions, without a server."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from rasa.core.agent import Agent
from rasa.core.tracker_store import InMemoryTrackerStore, TrackerStore
from rasa.core.utils import AvailableEndpoints
from rasa.model import get_latest_model
from rasa.shared.core.domain import Domain

from crampwise.channels.desk import Said, desk
from crampwise.channels.web import NAME as WEB
from crampwise.channels.web import new_conversation
from crampwise.errors import Mendable
from crampwise.knowledge.shared import knowledge
from crampwise.serving import environment
from crampwise.serving.in_process import InProcessActions
from crampwise.serving.settings import MODELS, ROOT
from crampwise.store import store

ENDPOINTS = ROOT / "endpoints.yml"


class NoModel(Mendable):
    """There is no trained model to load."""


class StrictAgent(Agent):
    """Rasa's agent, but a turn that could not be stored fails.

    Rasa wraps the store in one that swallows failures and goes on in memory: what was said to the
    person would be gone after a restart.
    """

    @staticmethod
    def _create_tracker_store(store: TrackerStore | None, domain: Domain) -> TrackerStore:
        if store is None:
            return InMemoryTrackerStore(domain)
        store.domain = domain
        return store


def newest_model(models: Path = MODELS) -> str:
    """The path of the newest model. Raises NoModel."""
    newest = get_latest_model(str(models))
    if newest is None:
        raise NoModel(f"There is no trained model in {models.name}/: run 'make train'.")
    return str(newest)


def load_agent(models: Path = MODELS) -> Agent:
    """The newest model with its actions in this process.

    Raises NoModel, StoreError and KnowledgeError.
    """
    knowledge()
    newest = newest_model(models)
    endpoints = AvailableEndpoints.read_endpoints(str(ENDPOINTS))
    agent = StrictAgent(
        tracker_store=TrackerStore.create(endpoints.tracker_store),
        action_endpoint=InProcessActions(lambda: knowledge().wording["trouble"]),
    )
    agent.load_model(newest)
    return agent


class Bot:
    """Talks as the web channel does, for the shell, `crampwise ask` and tests."""

    def __init__(self, agent: Agent) -> None:
        self.agent = agent

    @classmethod
    def load(cls, models: Path = MODELS) -> Bot:
        environment.logs(logging.ERROR)
        return cls(load_agent(models))

    def conversation(self) -> str:
        """A new conversation's id."""
        return new_conversation()

    async def handle(
        self, conversation: str, text: str | None = None, payload: str | None = None
    ) -> list[dict[str, Any]]:
        """The answers to a `text` typed or a `payload` tapped, as the web channel has them.

        Raises Refused when it is not taken.
        """
        told = Said(WEB, conversation, text, payload, counted=False)
        replies = await desk().answer(told, self.agent.handle_message)
        return [reply.answer for reply in replies]

    async def parse(self, text: str) -> dict[str, Any]:
        """How a message is understood: Rasa's parse result."""
        return dict(await self.agent.parse_message(text))

    async def intent(self, conversation: str) -> str | None:
        """The intent of the newest message of `conversation`."""
        return await store().aside(store().intent, conversation)
