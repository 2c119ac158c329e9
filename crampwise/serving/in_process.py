"""Runs custom actions in the bot's own process instead of over HTTP.

Rasa 3.6.21 calls its action server over HTTP with one new connection a call. An endpoint whose
`request` runs the same rasa_sdk executor directly needs no second process and no port.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import structlog
from jsonschema.validators import validator_for
from rasa.core.actions.action import RemoteAction
from rasa.shared.core.events import Event
from rasa.utils.endpoints import EndpointConfig
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection

log = structlog.get_logger("crampwise.actions")
ACTIONS_PACKAGE = "actions"


class InProcessActions(EndpointConfig):
    """An action endpoint that is a function call.

    `apology` makes the text a person hears when an action fails: without it Rasa says nothing.
    """

    def __init__(self, apology: Callable[[], str]) -> None:
        super().__init__(url="in-process")
        self._apology = apology
        self._executor = ActionExecutor()
        self._executor.register_package(ACTIONS_PACKAGE)
        compile_validator_once()
        look_events_up_once()

    async def request(self, *args: Any, **kwargs: Any) -> Any:
        """Runs the action that the body names. Failures are logged and told to the person."""
        body = kwargs["json"]
        try:
            return await self._executor.run(body)
        except ActionExecutionRejection:
            raise
        except Exception:
            log.exception("action failed", action=body.get("next_action"))
            return {"events": [], "responses": [{"text": self._apology(), "topic": "trouble"}]}


@lru_cache(maxsize=1)
def compile_validator_once() -> None:
    """Checks action results with a validator compiled once.

    As shipped, Rasa checks the JSON schema's own schema on each call, about 30 ms a turn.
    """
    schema = RemoteAction.action_response_format_spec()
    validator = validator_for(schema)(schema)

    def validate(self: RemoteAction, result: dict[str, Any]) -> bool:
        validator.validate(result)
        return True

    RemoteAction._validate_action_result = validate


@lru_cache(maxsize=1)
def look_events_up_once() -> None:
    """Finds the class of a stored event by a table.

    As shipped, Rasa walks through all kinds of events for each one it reads back.
    """
    Event.resolve_by_type = staticmethod(lru_cache(maxsize=None)(Event.resolve_by_type))
